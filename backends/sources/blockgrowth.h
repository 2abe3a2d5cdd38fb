// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"

#include <QByteArrayView>
#include <optional>

namespace paceline {

/// Notices a log that grows in whole blocks, because the program's output waits in a buffer: C's stdio writes 4096
/// bytes at a time into a file, whole or not; Python as many whole lines as 8192 bytes hold. One for each followed
/// file.
class BlockGrowth
{
public:
    /// New bytes of the present look.
    void add(QByteArrayView bytes);
    /// The look ended. Looks without new bytes tell that the output rested.
    void endLook(qint64 nowMs);
    /// What it came to before the last look does not count: the file is another one, or was not watched for a while.
    void restart();

    /// Empty while nothing speaks for it.
    const std::optional<OutputBlocks> &blocks() const { return m_blocks; }

private:
    int blockBytes() const;

    qint64 m_bytes = 0, m_longestLine = 0, m_lineBytes = 0; ///< of the present look; the line may reach back
    bool m_hasRested = false;                               ///< a look since the last growth found nothing
    int m_size = 0;                                         ///< of the blocks in the row
    int m_row = 0, m_restedRow = 0;                         ///< growths in a row by whole blocks of this size
    qint64 m_rowSinceMs = 0;
    std::optional<OutputBlocks> m_blocks;
};

} // namespace paceline
