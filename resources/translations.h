// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace paceline {

/// Loads Paceline's words and Qt's own in the language of `locale`; English where there is no translation.
/// The translators are owned by `application`. Call once, after initResources() and before the first window.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace paceline
