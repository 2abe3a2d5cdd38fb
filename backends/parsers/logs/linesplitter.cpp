// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/linesplitter.h"

namespace paceline::logs {

void LineSplitter::keep(std::string_view tail)
{
    const qsizetype room = kMaxPiece - m_pending.size();
    m_pending.append(tail.data(), qMin(room, qsizetype(tail.size())));
}

} // namespace paceline::logs
