// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paceline {

/// Makes the files of resources/ readable under ":/". Call once, early in main() or in a test that needs them.
void initResources();

} // namespace paceline
