// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/bytepipe.h"

namespace paceline {

void BytePipe::answer(quint64, bool, const QStringList &) {}

} // namespace paceline
