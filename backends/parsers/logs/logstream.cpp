// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logstream.h"

#include "backends/parsers/logs/patternreader.h"
#include "backends/parsers/logs/readerstate.h"
#include "backends/parsers/logs/registry.h"

#include <QMap>
#include <algorithm>
#include <bit>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxPuzzles = 20;
constexpr qsizetype kMaxPuzzleText = 400;
constexpr int kMaxGlued = 16;
/// A format not seen for this many recognised lines no longer names the file.
constexpr qint64 kRecently = 400;
/// Formats of this specificity claim nothing that another one would.
constexpr int kNarrow = 50;
/// Where the state of the user's patterns stands among those of the formats.
const QString kPatterns = QStringLiteral("patterns of the user");

const AnchorSet &anchors()
{
    static const AnchorSet set = [] {
        AnchorSet built;
        int owner = 0;
        const auto addAll = [&](std::string_view words) {
            for (std::size_t from = 0; from <= words.size();) {
                // "%|" holds the separator itself: a bar directly before another or at the end belongs to the word.
                std::size_t bar = words.find('|', from);
                if (bar != std::string_view::npos && (bar + 1 == words.size() || words[bar + 1] == '|'))
                    ++bar;
                const std::string_view word = words.substr(from, bar == std::string_view::npos ? bar : bar - from);
                built.add(word, owner);
                from = bar == std::string_view::npos || bar >= words.size() ? words.size() + 1 : bar + 1;
            }
            ++owner;
        };
        for (const LogFormat &format : logFormats())
            addAll(format.anchors);
        addAll("loss|accuracy|acc=|acc:|samples/s|tokens/s|images/s|it/s|perplexity|grad_norm");
        built.build();
        return built;
    }();
    return set;
}

QString nameOf(const LogFormat &format)
{
    const std::string_view name = firstName(format);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

bool has(const AnchorSet::Mask &mask, std::size_t owner)
{
    return (mask[owner / 64] >> (owner % 64)) & 1;
}

} // namespace

struct LogStream::Private
{
    struct Candidate
    {
        const LogFormat *format;
        std::unique_ptr<LogReader> reader; ///< null when another format was asked for
        qint64 records = 0, lastSeen = 0;
    };

    static bool isFormat(const Candidate &candidate) { return candidate.format->specificity != kNoFormat; }

    explicit Private(const Start &start)
        : splitter(start.offset, start.line, start.segment)
        , patterns(start.patterns)
    {
        const QByteArray only = start.format.toUtf8();
        for (const LogFormat &format : logFormats()) {
            const bool isWanted =
                only.isEmpty() || hasName(format, std::string_view(only.constData(), std::size_t(only.size())));
            if (isWanted)
                wanted[candidates.size() / 64] |= 1ULL << (candidates.size() % 64);
            candidates.push_back({&format, isWanted ? format.make() : nullptr});
        }
        setState(start.state);
    }

    QByteArray state() const;
    void setState(const QByteArray &state);

    void readLine(CleanLine &line);
    ReadResult ask(Candidate &candidate, const CleanLine &line);
    ReadResult offer(const CleanLine &line, const AnchorSet::Mask &mask);
    void puzzleOver(const CleanLine &line, const AnchorSet::Mask &mask);

    LineSplitter splitter;
    LineCleaner cleaner;
    ReadContext context;
    PatternReader patterns;
    std::vector<Candidate> candidates;
    AnchorSet::Mask wanted{}; ///< those with a reader
    Candidate *latest = nullptr;
    qint64 recognised = 0, puzzles = 0;
    std::vector<Puzzle> firstPuzzles;
};

QDataStream &operator<<(QDataStream &stream, const ReadContext::Bar &bar)
{
    return stream << bar.step << bar.total << bar.serial;
}
QDataStream &operator>>(QDataStream &stream, ReadContext::Bar &bar)
{
    return stream >> bar.step >> bar.total >> bar.serial;
}

/// Readers by the name of their format, so that a new format does not make old states useless.
struct ReaderState
{
    qint64 records = 0, lastSeen = 0;
    QByteArray bytes;

    friend QDataStream &operator<<(QDataStream &stream, const ReaderState &state)
    {
        return stream << state.records << state.lastSeen << state.bytes;
    }
    friend QDataStream &operator>>(QDataStream &stream, ReaderState &state)
    {
        return stream >> state.records >> state.lastSeen >> state.bytes;
    }
};

QByteArray LogStream::Private::state() const
{
    QMap<QString, ReaderState> readers;
    for (const Candidate &candidate : candidates) {
        if (candidate.reader && candidate.lastSeen > 0)
            readers.insert(nameOf(*candidate.format),
                           {candidate.records, candidate.lastSeen, candidate.reader->state()});
    }
    if (!patterns.isEmpty())
        readers.insert(kPatterns, {0, 0, patterns.state()});
    return packed(recognised, latest ? nameOf(*latest->format) : QString(), context.lastBar, context.trainBar, readers);
}

void LogStream::Private::setState(const QByteArray &state)
{
    QString latestName;
    QMap<QString, ReaderState> readers;
    if (!unpack(state, recognised, latestName, context.lastBar, context.trainBar, readers))
        return;
    patterns.setState(readers.value(kPatterns).bytes);
    for (Candidate &candidate : candidates) {
        const QString name = nameOf(*candidate.format);
        const auto known = readers.constFind(name);
        if (!candidate.reader || known == readers.constEnd())
            continue;
        candidate.records = known->records;
        candidate.lastSeen = known->lastSeen;
        candidate.reader->setState(known->bytes);
        if (name == latestName)
            latest = &candidate;
    }
}

/// Lines come in rows of one format: the narrow format that claimed the line before is asked first, without a look at
/// the anchors.
ReadResult LogStream::Private::ask(Candidate &candidate, const CleanLine &line)
{
    const std::size_t before = context.readings().size();
    const ReadResult result = candidate.reader->read(line, context);
    const std::size_t added = context.readings().size() - before;
    // The line that ends a longer record may belong to another format.
    if (result.claim != Claim::No || added > 0) {
        candidate.records += qint64(added);
        candidate.lastSeen = ++recognised;
    }
    if (result.claim != Claim::No) {
        const bool isNarrow = candidate.format->specificity >= kNarrow;
        latest = isNarrow ? &candidate : nullptr;
    }
    return result;
}

ReadResult LogStream::Private::offer(const CleanLine &line, const AnchorSet::Mask &mask)
{
    for (std::size_t word = 0; word < mask.size(); ++word) {
        for (quint64 owners = mask[word] & wanted[word]; owners != 0; owners &= owners - 1) {
            Candidate &candidate = candidates[word * 64 + std::size_t(std::countr_zero(owners))];
            if (const ReadResult result = ask(candidate, line); result.claim != Claim::No)
                return result;
        }
    }
    return {};
}

void LogStream::Private::readLine(CleanLine &line)
{
    for (int glued = 0; glued < kMaxGlued && !line.text.empty(); ++glued) {
        ReadResult result;
        if (!patterns.isEmpty())
            result = patterns.read(line, context);
        if (latest && result.claim == Claim::No)
            result = ask(*latest, line);
        if (result.claim == Claim::No) {
            const AnchorSet::Mask mask = anchors().find(line.text);
            if (mask == AnchorSet::Mask{})
                return;
            result = offer(line, mask);
            if (result.claim == Claim::No) {
                puzzleOver(line, mask);
                return;
            }
        }
        if (result.consumed >= line.text.size())
            return;
        line.text.remove_prefix(result.consumed);
        stripLabels(line.text, line.head);
    }
}

void LogStream::Private::puzzleOver(const CleanLine &line, const AnchorSet::Mask &mask)
{
    if (!has(mask, candidates.size()) || line.text.find_first_of("0123456789") == std::string_view::npos)
        return;
    ++puzzles;
    if (firstPuzzles.size() < kMaxPuzzles) {
        const qsizetype length = qMin(kMaxPuzzleText, qsizetype(line.text.size()));
        firstPuzzles.push_back({line.raw.line, QByteArray(line.text.data(), length)});
    }
}

bool LogStream::fits(const QByteArray &state, const PatternSet *patterns)
{
    qint64 recognised = 0;
    QString latest;
    ReadContext::Bar lastBar;
    std::optional<ReadContext::Bar> trainBar;
    QMap<QString, ReaderState> readers;
    unpack(state, recognised, latest, lastBar, trainBar, readers);
    const QByteArray now = patterns ? patterns->fingerprint() : QByteArray();
    return PatternReader::fingerprintOf(readers.value(kPatterns).bytes) == now;
}

LogStream::LogStream()
    : LogStream(Start{})
{
}
LogStream::LogStream(const Start &start)
    : d(std::make_unique<Private>(start))
{
}
LogStream::~LogStream() = default;
LogStream::LogStream(LogStream &&) noexcept = default;
LogStream &LogStream::operator=(LogStream &&) noexcept = default;

std::vector<Reading> LogStream::read(QByteArrayView bytes)
{
    d->splitter.feed({bytes.data(), std::size_t(bytes.size())}, [this](const RawPiece &piece) {
        d->cleaner.clean(piece, [this](CleanLine &line) { d->readLine(line); });
    });
    return d->context.takeReadings();
}

std::vector<LogRecord> LogStream::feed(QByteArrayView bytes, qint64 arrivalMs)
{
    std::vector<Reading> readings = read(bytes);
    std::vector<LogRecord> records;
    records.reserve(readings.size());
    for (Reading &reading : readings) {
        reading.record.timeMs = arrivalMs;
        reading.record.timeSource = TimeSource::Arrived;
        records.push_back(std::move(reading.record));
    }
    return records;
}

std::vector<Reading> LogStream::finish()
{
    for (Private::Candidate &candidate : d->candidates) {
        const std::size_t before = d->context.readings().size();
        if (candidate.reader)
            candidate.reader->finish(d->context);
        candidate.records += qint64(d->context.readings().size() - before);
    }
    return d->context.takeReadings();
}

QString LogStream::format() const
{
    const Private::Candidate *best = nullptr;
    for (const Private::Candidate &candidate : d->candidates) {
        const bool seen =
            Private::isFormat(candidate) && candidate.records > 0 && candidate.lastSeen + kRecently > d->recognised;
        if (seen && (!best || candidate.format->specificity > best->format->specificity))
            best = &candidate;
    }
    return best ? nameOf(*best->format) : d->patterns.latest();
}

std::vector<std::pair<QString, qint64>> LogStream::formats() const
{
    std::vector<std::pair<QString, qint64>> found = d->patterns.records();
    for (const Private::Candidate &candidate : d->candidates) {
        if (Private::isFormat(candidate) && candidate.records > 0)
            found.emplace_back(nameOf(*candidate.format), candidate.records);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return found;
}

qint64 LogStream::offset() const
{
    return d->splitter.offset();
}
qint64 LogStream::line() const
{
    return d->splitter.line();
}
LogStream::Place LogStream::place() const
{
    const bool canGoOn = std::none_of(d->candidates.begin(), d->candidates.end(), [this](const auto &candidate) {
        return candidate.reader && !candidate.reader->canGoOn(candidate.lastSeen, d->splitter.line());
    });
    return {d->splitter.pieceOffset(), d->splitter.line(), d->splitter.segment(), d->state(), canGoOn};
}
bool LogStream::isInLine() const
{
    return d->splitter.isInLine();
}
qint64 LogStream::tooLongLines() const
{
    return d->splitter.tooLong();
}
qint64 LogStream::puzzles() const
{
    return d->puzzles;
}
const std::vector<LogStream::Puzzle> &LogStream::firstPuzzles() const
{
    return d->firstPuzzles;
}

} // namespace paceline::logs
