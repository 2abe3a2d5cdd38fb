// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/linkparts.h"

#include "backends/transport/localpipe.h"
#include "backends/transport/pipefactory.h"
#include "backends/transport/piperelay.h"

namespace paceline {

static PipeSpec::Kind kindOf(HostSpec::Pipe pipe)
{
    switch (pipe) {
    case HostSpec::Pipe::Libssh:
        return PipeSpec::Kind::Libssh;
    case HostSpec::Pipe::SshProgram:
        return PipeSpec::Kind::SshProgram;
    case HostSpec::Pipe::Automatic:
        break;
    }
    return PipeSpec::Kind::Automatic;
}

static void makeHostPipe(const HostSpec &spec, QObject *context, LinkParts::PipeReady done)
{
    if (spec.kind == HostSpec::Kind::Local)
        done(std::make_unique<LocalPipe>());
    else
        makePipe({spec.host, spec.configFile, kindOf(spec.pipe)}, context, std::move(done));
}

static std::shared_ptr<Relay> makePipeRelay(std::unique_ptr<BytePipe> pipe)
{
    // Deleted later: the last owner may let go from within one of its signals.
    std::shared_ptr<PipeRelay> relay(new PipeRelay(std::move(pipe)), [](PipeRelay *spent) { spent->deleteLater(); });
    // Queued: the link listens before anything can happen.
    QMetaObject::invokeMethod(relay.get(), &PipeRelay::start, Qt::QueuedConnection);
    return relay;
}

LinkParts makeLinkParts()
{
    return {makeHostPipe, makePipeRelay};
}

} // namespace paceline
