// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/logging.h"

namespace paceline {

Q_LOGGING_CATEGORY(lcTransport, "paceline.transport", QtWarningMsg)
Q_LOGGING_CATEGORY(lcRelay, "paceline.relay", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSource, "paceline.source", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "paceline.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHistory, "paceline.history", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "paceline.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "paceline.ui", QtWarningMsg)

} // namespace paceline
