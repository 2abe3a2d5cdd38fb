// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/pipefactory.h"

#include "backends/transport/fallbackpipe.h"
#include "backends/transport/hostkeys.h"
#include "backends/transport/libsshpipe.h"
#include "backends/transport/sshprogrampipe.h"
#include "backends/transport/sshroute.h"

namespace paceline {

QStringList reasonsForSshProgram(const SshRoute &route)
{
    QStringList reasons;
    for (const SshHostConfig &host : route) {
        reasons += host.needsOpenSsh;
        const KnownHosts known = KnownHosts::load(host.userKnownHostsFiles + host.globalKnownHostsFiles);
        if (const QString authority = known.onlyAuthority(host.hostKeyName()); !authority.isEmpty())
            reasons += QLatin1String("@cert-authority ") + authority;
    }
    if (!route.empty() && route.back().controlMasterOpen)
        reasons += QLatin1String("ControlMaster ") + route.back().controlPath;
    return reasons;
}

static std::unique_ptr<BytePipe> makeSshProgramPipe(const PipeSpec &spec)
{
    return std::make_unique<SshProgramPipe>(SshProgramOptions{
        .host = spec.host, .configFile = spec.configFile, .program = SshRouteReader::findSshProgram()});
}

static Result<std::unique_ptr<BytePipe>> choose(const PipeSpec &spec, const SshRoute &route, bool hasSshProgram)
{
    const QStringList reasons = reasonsForSshProgram(route);
    if (spec.kind == PipeSpec::Kind::Automatic && !reasons.isEmpty()) {
        if (!hasSshProgram)
            return failure(ErrorKind::Unsupported, reasons.join(QLatin1String("; ")));
        return makeSshProgramPipe(spec);
    }
    auto library = std::make_unique<LibsshPipe>(route);
    if (spec.kind == PipeSpec::Kind::Libssh || !hasSshProgram)
        return library;
    return std::make_unique<FallbackPipe>(std::move(library), [spec] { return makeSshProgramPipe(spec); });
}

void makePipe(const PipeSpec &spec, QObject *context, PipeReady done)
{
    const auto later = [context, done](auto result) {
        const auto kept = std::make_shared<Result<std::unique_ptr<BytePipe>>>(std::move(result));
        QMetaObject::invokeMethod(
            context, [done, kept] { done(std::move(*kept)); }, Qt::QueuedConnection);
    };
    const auto target = SshTarget::parse(spec.host);
    const QString program = SshRouteReader::findSshProgram();
    if (!target) {
        later(Result<std::unique_ptr<BytePipe>>(tl::unexpected(target.error())));
        return;
    }
    if (spec.kind == PipeSpec::Kind::SshProgram) {
        if (program.isEmpty())
            later(Result<std::unique_ptr<BytePipe>>(failure(ErrorKind::Unsupported, QStringLiteral("ssh"))));
        else
            later(Result<std::unique_ptr<BytePipe>>(makeSshProgramPipe(spec)));
        return;
    }
    auto *reader = new SshRouteReader(context);
    QObject::connect(reader, &SshRouteReader::ready, context, [=](const SshRoute &route) {
        reader->deleteLater();
        done(choose(spec, route, !program.isEmpty()));
    });
    QObject::connect(reader, &SshRouteReader::failed, context, [=](const Error &error) {
        reader->deleteLater();
        done(tl::unexpected(error));
    });
    reader->start(*target, spec.configFile, program);
}

} // namespace paceline
