// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paceline {

/// The whole desktop program: command line, translations, look, main window. Returns the exit status (2: wrong usage).
int runWindow(int &argc, char **argv);

} // namespace paceline
