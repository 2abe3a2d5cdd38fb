// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDir>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initPacelineResources()
{
    Q_INIT_RESOURCE(paceline);
    Q_INIT_RESOURCE(translations);
    Q_INIT_RESOURCE(baselines);
}

namespace paceline {

void initResources()
{
    initPacelineResources();
}

} // namespace paceline
