// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace paceline {

// Switched on with QT_LOGGING_RULES, for example "paceline.relay.debug=true". No secret is ever logged.
Q_DECLARE_LOGGING_CATEGORY(lcTransport) // paceline.transport
Q_DECLARE_LOGGING_CATEGORY(lcRelay)     // paceline.relay
Q_DECLARE_LOGGING_CATEGORY(lcSource)    // paceline.source
Q_DECLARE_LOGGING_CATEGORY(lcStore)     // paceline.store
Q_DECLARE_LOGGING_CATEGORY(lcHistory)   // paceline.history
Q_DECLARE_LOGGING_CATEGORY(lcSession)   // paceline.session
Q_DECLARE_LOGGING_CATEGORY(lcUi)        // paceline.ui

} // namespace paceline
