// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace paceline {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

} // namespace

static Result<std::optional<ColorScheme>> parseScheme(const QString &text)
{
    if (text.isEmpty())
        return std::optional<ColorScheme>{};
    if (text == QLatin1String("light"))
        return ColorScheme::Light;
    if (text == QLatin1String("dark"))
        return ColorScheme::Dark;
    if (text == QLatin1String("contrast"))
        return ColorScheme::HighContrast;
    if (text == QLatin1String("system"))
        return ColorScheme::System;
    return failure(ErrorKind::Malformed,
                   Text::tr("--theme takes light, dark, contrast or system, not \"%1\".").arg(text));
}

static Result<QSize> parseSize(const QString &text)
{
    if (text.isEmpty())
        return QSize();
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 320 || size.height() < 240)
        return failure(ErrorKind::Malformed, Text::tr("--size takes WIDTHxHEIGHT in pixels, not \"%1\".").arg(text));
    return size;
}

static Result<std::optional<HostSpec>> parseHost(QCommandLineParser &parser)
{
    QString text = parser.positionalArguments().value(0);
    if (parser.isSet(QStringLiteral("demo")))
        text = QStringLiteral("demo:");
    if (text.isEmpty())
        return std::optional<HostSpec>{};
    auto host = HostSpec::parse(text);
    if (!host)
        return failure(ErrorKind::Malformed, Text::tr("\"%1\" is not a host name.").arg(text));
    host->configFile = parser.value(QStringLiteral("F"));
    host->speed = parser.value(QStringLiteral("speed")).toDouble();
    if (host->speed < 0.25 || host->speed > 64)
        return failure(ErrorKind::Malformed, Text::tr("--speed takes a factor from 0.25 to 64."));
    if (parser.isSet(QStringLiteral("ssh-program")))
        host->pipe = HostSpec::Pipe::SshProgram;
    return std::optional<HostSpec>(*host);
}

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Dashboard for deep-learning jobs on Slurm clusters."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("host"),
                                 Text::tr("Alias, user@host, local:, demo:, or a recorded session (FILE.paceline)."),
                                 QStringLiteral("[host]"));
    parser.addOptions({
        {QStringLiteral("demo"), Text::tr("Show the built-in recorded session; no cluster and no network needed.")},
        {QStringLiteral("F"), Text::tr("Use this ssh configuration file instead of the user's and the system's."),
         Text::tr("file")},
        {QStringLiteral("ssh-program"), Text::tr("Log in with the ssh program instead of the built-in client.")},
        {QStringLiteral("job"), Text::tr("Open this job."), Text::tr("id")},
        {QStringLiteral("speed"), Text::tr("Speed of a recorded session, 0.25 to 64."), Text::tr("factor"),
         QStringLiteral("1")},
        {QStringLiteral("record"),
         Text::tr("Record the session to this file, to be played again or sent with a bug report."), Text::tr("file")},
        {QStringLiteral("theme"), Text::tr("light, dark, contrast or system."), Text::tr("name")},
        {QStringLiteral("size"), Text::tr("Size of the window in pixels."), Text::tr("WxH")},
        {QStringLiteral("screenshots"), Text::tr("Write pictures of every page to this folder and quit."),
         Text::tr("folder")},
    });
    parser.process(arguments);

    Options options;
    auto host = parseHost(parser);
    if (!host)
        return tl::unexpected(host.error());
    options.host = *host;
    auto scheme = parseScheme(parser.value(QStringLiteral("theme")));
    if (!scheme)
        return tl::unexpected(scheme.error());
    options.scheme = *scheme;
    auto size = parseSize(parser.value(QStringLiteral("size")));
    if (!size)
        return tl::unexpected(size.error());
    options.size = *size;
    options.configFile = parser.value(QStringLiteral("F"));
    options.recordTo = parser.value(QStringLiteral("record"));
    options.screenshotFolder = parser.value(QStringLiteral("screenshots"));
    if (parser.isSet(QStringLiteral("job"))) {
        const quint32 number = parser.value(QStringLiteral("job")).toUInt();
        if (number == 0)
            return failure(ErrorKind::Malformed, Text::tr("--job takes a job's number."));
        options.job = JobId{number};
    }
    return options;
}

} // namespace paceline
