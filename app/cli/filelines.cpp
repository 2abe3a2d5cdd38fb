// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/filelines.h"

#include "app/cli/jsonlines.h"
#include "app/cli/jsonobject.h"
#include "app/cli/words.h"

namespace paceline::cli {

namespace {

QString formatWord(const RunFile &file)
{
    switch (file.kind) {
    case RunFile::Kind::EventFile:
        return QStringLiteral("tfevents");
    case RunFile::Kind::WandbFile:
        return QStringLiteral("wandb");
    case RunFile::Kind::Text:
        break;
    }
    return file.format; // empty: not known so far
}

QString reasonWord(RunFile::Reason reason)
{
    switch (reason) {
    case RunFile::Reason::Added:
        return QStringLiteral("added");
    case RunFile::Reason::Named:
        return QStringLiteral("named_by_job");
    case RunFile::Reason::JobInPath:
        return QStringLiteral("job_in_path");
    case RunFile::Reason::HostInName:
        return QStringLiteral("node_in_name");
    case RunFile::Reason::Beside:
        break;
    }
    return QStringLiteral("beside_log");
}

QString stateWord(RunFile::State state)
{
    switch (state) {
    case RunFile::State::Waiting:
    case RunFile::State::Reading:
    case RunFile::State::Following:
        return QStringLiteral("read");
    case RunFile::State::Deleted:
        return QStringLiteral("deleted");
    case RunFile::State::Unreadable:
        return QStringLiteral("unreadable");
    case RunFile::State::Ambiguous:
        return QStringLiteral("ambiguous");
    case RunFile::State::TooMany:
        return QStringLiteral("too_many");
    case RunFile::State::NoMetrics:
        return QStringLiteral("no_metrics");
    case RunFile::State::SwitchedOff:
        break;
    }
    return QStringLiteral("switched_off");
}

} // namespace

QByteArray fileEvent(qint64 timeMs, const RunFile &file)
{
    JsonObject object;
    object.add("t", std::optional<qint64>(timeMs))
        .add("type", QStringLiteral("file"))
        .add("file", file.path)
        .add("format", formatWord(file))
        .add("found", reasonWord(file.reason))
        .add("state", stateWord(file.state))
        .add("size", std::optional<qint64>(file.size));
    if (file.error)
        object.add("error", errorKindName(file.error->kind));
    return object.line();
}

} // namespace paceline::cli
