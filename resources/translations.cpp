// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace paceline {

static bool installTranslator(QCoreApplication &application, const QLocale &locale, const QString &name,
                              const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        return application.installTranslator(translator);
    delete translator;
    return false;
}

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    const QString folder = QStringLiteral(":/i18n");
    const QString program = QStringLiteral("paceline");
    // English plurals are a translation, too.
    if (!installTranslator(application, locale, program, folder))
        installTranslator(application, QLocale(QLocale::English), program, folder);
    installTranslator(application, locale, QStringLiteral("qtbase"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace paceline
