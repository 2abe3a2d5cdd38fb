// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include "app/session/settings.h"
#include "app/window/eventwatch.h"
#include "app/window/mainwindow.h"
#include "app/window/options.h"
#include "app/window/screenshots.h"
#include "backends/history/history.h"
#include "resources/resources.h"
#include "resources/translations.h"

#include <QIcon>
#include <QLocale>
#include <QTimer>
#include <cstdio>

namespace paceline {

static ColorScheme rememberedScheme(const Settings &settings)
{
    const QString name = settings.colorScheme();
    if (name == QLatin1String("light"))
        return ColorScheme::Light;
    if (name == QLatin1String("dark"))
        return ColorScheme::Dark;
    return name == QLatin1String("contrast") ? ColorScheme::HighContrast : ColorScheme::System;
}

/// For the start-up bench: leaves as soon as the window has painted for the first time.
class QuitAfterPaint : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return QObject::eventFilter(watched, event);
    }
};

int runWindow(int &argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("paceline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACELINE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.paceline.Paceline"));
    WatchedApplication app(argc, argv);
    initResources();
    installTranslations(app, QLocale());
    const auto options = parseOptions(app.arguments());
    if (!options) {
        std::fprintf(stderr, "paceline: %s\n", qPrintable(options.error().detail));
        return 2;
    }
    Settings settings;
    applyColorScheme(app, options->scheme.value_or(rememberedScheme(settings)));
    app.setWindowIcon(QIcon(QStringLiteral(":/icons/org.paceline.Paceline.svg")));
    History history(Settings::historyPath());
    MainWindow window(settings, *options, &history);
    if (!options->screenshotFolder.isEmpty()) {
        auto *shots = new Screenshots(app, window, options->screenshotFolder);
        QObject::connect(shots, &Screenshots::finished, &app, [](int status) { QCoreApplication::exit(status); });
        shots->start();
        return app.exec();
    }
    QuitAfterPaint quit;
    if (qEnvironmentVariableIsSet("PACELINE_QUIT_AFTER_PAINT"))
        window.installEventFilter(&quit);
    window.show();
    window.start();
    return app.exec();
}

} // namespace paceline
