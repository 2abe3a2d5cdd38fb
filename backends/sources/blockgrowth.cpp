// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/blockgrowth.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr int kStdioBlock = 4096, kPythonBlock = 8192;
/// So many growths in a row are no chance. Those of whole lines may come from a program that prints about so much
/// between two looks: they count when the output rests between them, or when there are many.
constexpr int kEnough = 3, kMany = 8;

} // namespace

void BlockGrowth::add(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        m_lineBytes += (end < 0 ? bytes.size() : end + 1) - at;
        m_longestLine = std::max(m_longestLine, m_lineBytes);
        if (end < 0)
            break;
        m_lineBytes = 0;
        at = end + 1;
    }
}

/// Size of the blocks that the look's growth is made of; 0 where it is not.
int BlockGrowth::blockBytes() const
{
    if (m_bytes % kStdioBlock == 0)
        return kStdioBlock;
    const qint64 blocks = (m_bytes + kPythonBlock - 1) / kPythonBlock;
    const qint64 missing = blocks * kPythonBlock - m_bytes;
    const bool isTelling = blocks * m_longestLine < kPythonBlock / 4; // else nearly every size would do
    return isTelling && missing < blocks * m_longestLine ? kPythonBlock : 0;
}

void BlockGrowth::endLook(qint64 nowMs)
{
    if (m_bytes == 0) {
        m_hasRested = true;
        return;
    }
    const int size = blockBytes();
    if (size == 0 || size != m_size) {
        m_row = m_restedRow = 0;
        m_blocks.reset();
        m_rowSinceMs = nowMs;
    }
    m_size = size;
    if (size > 0) {
        ++m_row;
        m_restedRow += m_hasRested ? 1 : 0;
        const bool isSure = size == kStdioBlock ? m_row >= kEnough : m_restedRow >= kEnough || m_row >= kMany;
        if (isSure)
            m_blocks = OutputBlocks{size, (nowMs - m_rowSinceMs) / std::max(1, m_row - 1)};
    }
    m_bytes = m_longestLine = 0;
    m_hasRested = false;
}

void BlockGrowth::restart()
{
    *this = BlockGrowth();
}

} // namespace paceline
