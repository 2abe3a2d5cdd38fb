// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/runfiles/foundfiles.h"

#include <algorithm>
#include <array>

namespace paceline {

namespace {

constexpr qsizetype kMaxPath = 4096;

QStringView nameOf(QStringView path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

std::optional<FoundFile> parseRow(const QByteArray &row)
{
    const qsizetype size = row.indexOf(' ', 2), time = size < 0 ? -1 : row.indexOf(' ', size + 1);
    if (time < 0 || row[1] != ' ' || (row[0] != 'a' && row[0] != 'n' && row[0] != 'b'))
        return std::nullopt;
    bool isSize = false, isTime = false;
    FoundFile file;
    file.reason = row[0] == 'a'   ? RunFile::Reason::Added
                  : row[0] == 'n' ? RunFile::Reason::Named
                                  : RunFile::Reason::Beside;
    file.size = row.mid(2, size - 2).toLongLong(&isSize);
    file.mtimeS = qint64(row.mid(size + 1, time - size - 1).split('.').constFirst().toLongLong(&isTime));
    file.path = QString::fromUtf8(row.mid(time + 1));
    const bool isPath = file.path.startsWith(u'/') && file.path.size() <= kMaxPath;
    return isSize && isTime && isPath ? std::optional(file) : std::nullopt;
}

bool isNumberOf(quint32 job, QStringView path)
{
    const QString number = QString::number(job);
    if (number.size() < 3) // stands everywhere
        return false;
    for (qsizetype at = path.indexOf(number); at >= 0; at = path.indexOf(number, at + 1)) {
        const qsizetype end = at + number.size();
        const bool isCut = (at > 0 && path[at - 1].isDigit()) || (end < path.size() && path[end].isDigit());
        if (!isCut)
            return true;
    }
    return false;
}

} // namespace

Result<FoundFiles> parseFoundFiles(QByteArrayView out)
{
    FoundFiles found;
    QSet<QString> seen;
    bool hasEnd = false;
    for (const QByteArray &row : out.toByteArray().split('\n')) {
        if (row.startsWith("end ")) {
            hasEnd = true;
            found.isWhole = row == "end 1";
        } else if (auto file = parseRow(row); file && !seen.contains(file->path)) {
            seen.insert(file->path);
            found.files.push_back(std::move(*file));
        }
    }
    if (!hasEnd)
        return failure(ErrorKind::Malformed, QString::fromUtf8(out.last(std::min<qsizetype>(out.size(), 200))));
    return found;
}

std::optional<RunFile::Kind> runFileKindOf(QStringView path)
{
    static constexpr std::array kNames = {"metrics.csv",  "results.csv",  "lcurve.out",
                                          "metrics.json", "scalars.json", "log.json"};
    static constexpr std::array kEndings = {".jsonl", ".log.json"};
    const QStringView name = nameOf(path);
    if (name.contains(QLatin1String("tfevents.")))
        return RunFile::Kind::EventFile;
    if (name.endsWith(QLatin1String(".wandb")))
        return RunFile::Kind::WandbFile;
    const auto isName = [&](const char *known) { return name == QLatin1String(known); };
    const auto isEnding = [&](const char *known) { return name.endsWith(QLatin1String(known)); };
    const bool isLogger = (name.contains(QLatin1String("dllogger")) || name.contains(QLatin1String("mllog"))) &&
                          (name.endsWith(QLatin1String(".json")) || name.endsWith(QLatin1String(".log")) ||
                           name.endsWith(QLatin1String(".txt")));
    const bool isText = isLogger || std::any_of(kNames.begin(), kNames.end(), isName) ||
                        std::any_of(kEndings.begin(), kEndings.end(), isEnding);
    return isText ? std::optional(RunFile::Kind::Text) : std::nullopt;
}

QString nodeOfEventFile(QStringView path)
{
    const QStringView name = nameOf(path);
    const qsizetype mark = name.indexOf(QLatin1String("tfevents."));
    if (mark < 0)
        return {};
    const QStringView rest = name.mid(mark + 9);
    const qsizetype dot = rest.indexOf(u'.');
    const bool isTime = dot > 0 && std::all_of(rest.begin(), rest.begin() + dot, [](QChar c) { return c.isDigit(); });
    if (!isTime)
        return {};
    return rest.mid(dot + 1).toString().section(u'.', 0, 0);
}

std::optional<RunFile> runFileOf(const FoundFile &found, const RunFileOwner &owner)
{
    if (owner.leftOut.contains(found.path))
        return std::nullopt;
    const auto kind = runFileKindOf(found.path);
    if (!kind && found.reason == RunFile::Reason::Beside)
        return std::nullopt;
    RunFile file{.path = found.path, .kind = kind.value_or(RunFile::Kind::Text), .reason = found.reason};
    file.size = found.size;
    if (found.reason == RunFile::Reason::Added)
        return file;
    const QString node = kind == RunFile::Kind::EventFile ? nodeOfEventFile(found.path) : QString();
    const bool isForeign = !node.isEmpty() && !owner.nodes.isEmpty() && !owner.nodes.contains(node);
    if (found.reason == RunFile::Reason::Named) {
        // A folder that is named may be that of many runs.
        if (isForeign && owner.sharesFolder)
            file.state = RunFile::State::Ambiguous;
        return file;
    }
    if (isForeign)
        return std::nullopt;
    if (isNumberOf(owner.job, found.path)) {
        file.reason = RunFile::Reason::JobInPath;
    } else if (!node.isEmpty() && owner.nodes.contains(node)) {
        file.reason = RunFile::Reason::HostInName;
    } else {
        file.reason = RunFile::Reason::Beside;
        file.state = owner.sharesFolder ? RunFile::State::Ambiguous : RunFile::State::Waiting;
    }
    return file;
}

} // namespace paceline
