// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/probe.h"

#include "backends/parsers/network/fabric.h"
#include "backends/parsers/network/filesystems.h"
#include "backends/parsers/network/nodefiles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace paceline {

namespace {

constexpr qsizetype kMaxLine = 64 << 10;
constexpr std::size_t kMaxEntries = 256;

template <class T>
std::optional<T> number(const QByteArray &text)
{
    bool isNumber = false;
    T value{};
    if constexpr (std::is_same_v<T, double>)
        value = text.toDouble(&isNumber);
    else if constexpr (std::is_same_v<T, quint64>)
        value = text.toULongLong(&isNumber);
    else
        value = T(text.toLongLong(&isNumber));
    if constexpr (std::is_same_v<T, double>)
        isNumber = isNumber && std::isfinite(value) && value >= 0;
    return isNumber ? std::optional(value) : std::nullopt;
}

void readCpu(ProbeSample &sample, const QByteArray &text)
{
    const QList<QByteArray> columns = text.split(',');
    std::array<quint64, 10> cpu{};
    if (columns.size() < 4) // older kernels tell fewer than ten, never fewer than four
        return;
    for (qsizetype i = 0; i < std::min<qsizetype>(columns.size(), 10); ++i) {
        if (columns[i].isEmpty())
            continue;
        const auto value = number<quint64>(columns[i]);
        if (!value)
            return;
        cpu[std::size_t(i)] = *value;
    }
    sample.cpu = cpu;
}

void readMemory(ProbeSample &sample, const QByteArray &text)
{
    const QList<QByteArray> columns = text.split(',');
    if (columns.size() != 2)
        return;
    sample.memoryTotalKiB = number<quint64>(columns[0]);
    sample.memoryAvailableKiB = number<quint64>(columns[1]);
}

/// Fields of "a:1:2,b:3:4", name first; a name may hold colons.
template <class Take>
void readEntries(const QByteArray &text, qsizetype numbers, Take take)
{
    std::size_t count = 0;
    for (const QByteArray &entry : text.split(',')) {
        QList<QByteArray> fields = entry.split(':');
        if (fields.size() <= numbers || ++count > kMaxEntries)
            continue;
        const QByteArray name = fields.mid(0, fields.size() - numbers).join(':');
        if (!name.isEmpty())
            take(name, fields.mid(fields.size() - numbers));
    }
}

void readInterfaces(ProbeSample &sample, const QByteArray &text)
{
    readEntries(text, 2, [&](const QByteArray &name, const QList<QByteArray> &fields) {
        const auto rx = number<quint64>(fields[0]), tx = number<quint64>(fields[1]);
        if (rx && tx)
            sample.interfaces.push_back({name, *rx, *tx});
    });
}

/// Words of 4 bytes; the 32-bit counters of old adapters stop at their highest value.
std::optional<quint64> flowBytes(const QByteArray &unit, const QByteArray &text)
{
    const auto value = number<quint64>(text);
    if (unit != "w")
        return value;
    if (!value || *value == std::numeric_limits<quint32>::max() || *value > std::numeric_limits<quint64>::max() / 4)
        return std::nullopt;
    return *value * 4;
}

void readPorts(ProbeSample &sample, const QByteArray &text)
{
    readEntries(text, 4, [&](const QByteArray &name, const QList<QByteArray> &fields) {
        auto waited = number<quint64>(fields[3]);
        if (waited && *waited == std::numeric_limits<quint32>::max())
            waited.reset();
        sample.ports.push_back({name, flowBytes(fields[0], fields[1]), flowBytes(fields[0], fields[2]), waited});
    });
}

void readDisks(ProbeSample &sample, const QByteArray &text)
{
    readEntries(text, 2, [&](const QByteArray &name, const QList<QByteArray> &fields) {
        const auto read = number<quint64>(fields[0]), written = number<quint64>(fields[1]);
        if (read && written)
            sample.disks.push_back({name, *read * 512, *written * 512});
    });
}

void readEnergy(ProbeSample &sample, const QByteArray &text)
{
    readEntries(text, 1, [&](const QByteArray &name, const QList<QByteArray> &fields) {
        if (const auto value = number<quint64>(fields[0]))
            sample.energy.push_back({name, *value});
    });
}

void readMinors(ProbeSample &sample, const QByteArray &text)
{
    readEntries(text, 1, [&](const QByteArray &name, const QList<QByteArray> &fields) {
        if (const auto value = number<int>(fields[0]))
            sample.minors.push_back({name, *value});
    });
}

template <std::size_t N>
std::optional<std::array<std::optional<quint64>, N>> readNumbers(const QByteArray &text)
{
    const QList<QByteArray> columns = text.split(',');
    if (columns.size() != qsizetype(N))
        return std::nullopt;
    std::array<std::optional<quint64>, N> numbers;
    for (std::size_t i = 0; i < N; ++i)
        numbers[i] = number<quint64>(columns[qsizetype(i)]);
    return numbers;
}

void readJob(ProbeSample &sample, const QByteArray &text)
{
    if (const auto n = readNumbers<2>(text))
        sample.job = JobUse{(*n)[0], (*n)[1]};
}

void readStalls(ProbeSample &sample, const QByteArray &text)
{
    if (const auto n = readNumbers<3>(text))
        sample.stalls = StallTimes{(*n)[0], (*n)[1], (*n)[2]};
}

void readProcesses(ProbeSample &sample, const QByteArray &text)
{
    const auto n = readNumbers<5>(text);
    if (n && std::all_of(n->begin(), n->end(), [](const auto &value) { return value.has_value(); }))
        sample.processes = ProcessUse{*(*n)[0], *(*n)[1], *(*n)[2], *(*n)[3], *(*n)[4]};
}

using FieldReader = void (*)(ProbeSample &, const QByteArray &);
constexpr std::pair<char, FieldReader> kFields[] = {
    {'u', [](ProbeSample &sample, const QByteArray &text) { sample.uptimeS = number<double>(text); }},
    {'c', readCpu},
    {'l', [](ProbeSample &sample, const QByteArray &text) { sample.load1 = number<double>(text); }},
    {'m', readMemory},
    {'n', readInterfaces},
    {'j', readJob},
    {'s', readStalls},
    {'p', readPorts},
    {'e', readEnergy},
    {'k', readDisks},
    {'i', readProcesses},
    {'v', readMinors},
};

void readField(ProbeLine &line, const QByteArray &key, const QByteArray &value)
{
    if (key == "node")
        line.node = value;
    else if (key == "step")
        line.step = value;
    else if (key == "a")
        line.absent = value.split(',');
    else if (key == "gpus") {
        for (const QByteArray &index : value.split(',')) {
            if (const auto gpu = number<int>(index))
                line.slurmGpus.push_back(*gpu);
        }
    } else if (key.size() == 1) {
        for (const auto &[letter, read] : kFields) {
            if (key[0] == letter)
                read(line.sample, value);
        }
    }
}

/// "d FOLDER NAME:CONTENT|NAME:CONTENT", read by whoever knows the folder.
void readFolder(CounterReport &report, const QByteArray &text)
{
    const qsizetype space = text.indexOf(' ');
    const QByteArray folder = text.left(space);
    QByteArray dump;
    for (const QByteArray &entry : text.mid(space + 1).split('|'))
        dump += folder + '/' + entry + '\n';
    const Result<CounterReport> read = folder.contains("/infiniband/")    ? parseInfiniBand(dump)
                                       : folder.contains("/cxi/")         ? parseCxi(dump)
                                       : folder.contains("/pm_counters")  ? parseCrayPower(dump)
                                       : folder.contains("/lustre/llite") ? parseLustre(dump)
                                                                          : failure(ErrorKind::Malformed);
    if (read)
        report = *read;
}

/// "m device ...|bytes: ...|READ: ...", a mount as /proc/self/mountstats tells it.
void readMount(CounterReport &report, const QByteArray &text)
{
    QByteArray lines = text;
    for (const char *key : {"bytes:", "READ:", "WRITE:"})
        lines.replace(QByteArray("|") + key, QByteArray("\n\t") + key);
    if (const auto read = parseMountStats(lines))
        report = *read;
}

bool readPart(ProbeLine &line, const QByteArray &rest)
{
    if (rest.startsWith("+ d "))
        readFolder(line.sample.files, rest.mid(4));
    else if (rest.startsWith("+ m "))
        readMount(line.sample.files, rest.mid(4));
    line.kind = ProbeLine::Kind::Part;
    return rest.startsWith("+ ");
}

/// "g=nvidia u=4321.07 r 0, GPU-..., 97", the line of a tool in full.
bool readTool(ProbeLine &line, const QByteArray &text)
{
    const qsizetype uptime = text.indexOf(" u="), event = uptime < 0 ? -1 : text.indexOf(' ', uptime + 1);
    if (!text.startsWith("g=") || event < 0 || event + 1 >= text.size())
        return false;
    line.kind = ProbeLine::Kind::Tool;
    line.tool = text.mid(2, uptime - 2);
    line.sample.uptimeS = number<double>(text.mid(uptime + 3, event - uptime - 3));
    const QByteArray rest = text.mid(event + 3);
    switch (text[event + 1]) {
    case 'b':
        line.event = ProbeLine::ToolEvent::Began;
        return true;
    case 'r':
        line.text = rest;
        return true;
    case 'o':
        line.event = ProbeLine::ToolEvent::Owned;
        line.owner = rest.left(rest.indexOf(' '));
        line.text = rest.mid(line.owner.size() + 1);
        return true;
    case 'e':
        line.event = ProbeLine::ToolEvent::Ended;
        line.exitStatus = number<int>(rest).value_or(-1);
        return true;
    default:
        return false;
    }
}

} // namespace

Result<ProbeLine> parseProbeLine(const QByteArray &text)
{
    if (text.size() > kMaxLine)
        return failure(ErrorKind::TooLarge, QString::number(text.size()));
    const auto malformed = [&text] { return failure(ErrorKind::Malformed, QString::fromUtf8(text.left(200))); };
    QByteArray line = text.trimmed();
    ProbeLine parsed;
    if (const qsizetype colon = line.indexOf(':'); colon >= 0 && colon < line.indexOf(' ')) {
        parsed.rank = number<int>(line.left(colon));
        line = line.mid(colon + 1).trimmed();
    }
    const qsizetype space = line.indexOf(' ');
    const QByteArray version = line.left(space);
    if (space < 2 || version[0] != 'P' || !number<int>(version.mid(1)))
        return malformed();
    if (version != "P1")
        return failure(ErrorKind::Unsupported, QString::fromUtf8(version));
    line = line.mid(space + 1).trimmed();
    if (readTool(parsed, line))
        return parsed;
    const QList<QByteArray> words = line.simplified().split(' ');
    const auto tick = words[0].startsWith("t=") ? number<qint64>(words[0].mid(2)) : std::nullopt;
    if (!tick && !words[0].startsWith("node="))
        return malformed();
    parsed.kind = tick ? ProbeLine::Kind::Sample : ProbeLine::Kind::Hello;
    parsed.tick = tick.value_or(0);
    if (tick && words.size() > 1 && words[1] == "+")
        return readPart(parsed, line.mid(line.indexOf(' ') + 1)) ? Result<ProbeLine>(parsed) : malformed();
    for (const QByteArray &word : words) {
        const qsizetype equals = word.indexOf('=');
        if (equals > 0)
            readField(parsed, word.left(equals), word.mid(equals + 1));
    }
    if (parsed.kind == ProbeLine::Kind::Hello && parsed.node.isEmpty())
        return malformed();
    return parsed;
}

QByteArray refitProbeAnswer(const QByteArray &lines, const QByteArray &sent)
{
    const QByteArray tick = sent.split(' ').front();
    static const QByteArray kMark = "P1 t=";
    QByteArray refitted;
    qsizetype from = 0;
    for (qsizetype at = lines.indexOf(kMark); at >= 0; at = lines.indexOf(kMark, from)) {
        refitted += lines.mid(from, at + kMark.size() - from) + tick;
        from = at + kMark.size();
        while (from < lines.size() && lines[from] >= '0' && lines[from] <= '9')
            ++from;
    }
    return refitted + lines.mid(from);
}

} // namespace paceline
