// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsesqueue.h"

#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"

#include <QHash>
#include <algorithm>

namespace paceline::cli {

namespace {

const QByteArray kFixtureLetters = "iAFKuaPjTtrRNDCmblLMSeVpQqZokEvy";
const QByteArray kUserTexts = "jkoZ";

/// Letters by the header words of squeue -o.
char letterOf(const QByteArray &header)
{
    static const QHash<QByteArray, char> kLetters = {{"JOBID", 'i'},
                                                     {"ARRAY_JOB_ID", 'F'},
                                                     {"ARRAY_TASK_ID", 'K'},
                                                     {"USER", 'u'},
                                                     {"ACCOUNT", 'a'},
                                                     {"PARTITION", 'P'},
                                                     {"NAME", 'j'},
                                                     {"STATE", 'T'},
                                                     {"ST", 't'},
                                                     {"REASON", 'r'},
                                                     {"NODELIST(REASON)", 'R'},
                                                     {"NODELIST", 'N'},
                                                     {"NODES", 'D'},
                                                     {"CPUS", 'C'},
                                                     {"MIN_MEMORY", 'm'},
                                                     {"TRES_PER_NODE", 'b'},
                                                     {"TIME_LIMIT", 'l'},
                                                     {"TIME_LEFT", 'L'},
                                                     {"TIME", 'M'},
                                                     {"START_TIME", 'S'},
                                                     {"END_TIME", 'e'},
                                                     {"SUBMIT_TIME", 'V'},
                                                     {"PRIORITY", 'Q'},
                                                     {"QOS", 'q'},
                                                     {"WORK_DIR", 'Z'},
                                                     {"COMMAND", 'o'},
                                                     {"COMMENT", 'k'},
                                                     {"DEPENDENCY", 'E'},
                                                     {"RESERVATION", 'v'},
                                                     {"NICE", 'y'}};
    return kLetters.value(header.trimmed(), '?');
}

/// "%i|%.18j|%T": letters and separator.
std::optional<SqueueFormat> formatOf(const QByteArray &text)
{
    SqueueFormat format;
    format.letters.clear();
    format.separator = '\0';
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            if (format.separator == '\0' && !format.letters.isEmpty())
                format.separator = text[i];
            continue;
        }
        for (++i; i < text.size() && (text[i] == '.' || (text[i] >= '0' && text[i] <= '9')); ++i) {
        }
        if (i < text.size())
            format.letters += text[i];
    }
    if (format.separator == '\0')
        format.separator = '|';
    return format.letters.isEmpty() ? std::nullopt : std::optional(format);
}

/// How many fields are what their letter says.
int plausible(const QList<QByteArray> &fields, const QByteArray &letters)
{
    int score = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const char letter = letters[i];
        if (letter == 'T' || letter == 't')
            score += parseJobState(fields[i]).state != JobState::Unknown ? 2 : 0;
        else if (QByteArrayLiteral("ADCFQ").contains(letter))
            score += parseSlurmCount(fields[i]) ? 1 : 0;
        else if (letter == 'Z')
            score += fields[i].startsWith('/') ? 1 : 0;
        else if (QByteArrayLiteral("VSe").contains(letter))
            score +=
                isSlurmNothing(fields[i]) || (!fields[i].isEmpty() && isdigit(static_cast<unsigned char>(fields[i][0])))
                    ? 1
                    : 0;
    }
    return score;
}

/// Fields of one line, the surplus given to the text that fits best. Empty when there are too few.
QList<QByteArray> aligned(const QByteArray &line, const SqueueFormat &format)
{
    const QList<QByteArray> parts = line.split(format.separator);
    const qsizetype surplus = parts.size() - format.letters.size();
    if (surplus <= 0)
        return surplus == 0 ? parts : QList<QByteArray>();
    QList<QByteArray> best;
    int bestScore = -1;
    for (qsizetype at = 0; at < format.letters.size(); ++at) {
        if (!kUserTexts.contains(format.letters[at]))
            continue;
        QList<QByteArray> fields = parts.mid(0, at);
        fields.append(parts.mid(at, surplus + 1).join(format.separator));
        fields.append(parts.mid(at + surplus + 1));
        if (const int score = plausible(fields, format.letters); score > bestScore) {
            bestScore = score;
            best = fields;
        }
    }
    return best;
}

std::optional<SqueueFormat> guessFormat(const QByteArray &text)
{
    const QByteArray first = text.left(text.indexOf('\n'));
    SqueueFormat format;
    format.separator = '|';
    format.letters.clear();
    if (first.startsWith("JOBID") || first.contains("|JOBID")) {
        for (const QByteArray &word : first.split('|'))
            format.letters += letterOf(word);
        return format;
    }
    format.letters = kFixtureLetters;
    return first.count('|') + 1 >= format.letters.size() ? std::optional(format) : std::nullopt;
}

/// The same rows with separators that no text holds, users' texts last.
CapturedQueue rewritten(const QByteArray &text, const SqueueFormat &from)
{
    CapturedQueue queue;
    std::vector<qsizetype> order;
    for (const bool users : {false, true}) {
        for (const char letter : users ? QByteArray("jZok") : from.letters) {
            const qsizetype at = from.letters.indexOf(letter);
            if (at >= 0 && (users || !kUserTexts.contains(letter)))
                order.push_back(at);
        }
    }
    queue.format.letters.clear();
    for (const qsizetype at : order)
        queue.format.letters += from.letters[at] == 't' ? 'T' : from.letters[at];
    // %i gives the number where %A was not asked for.
    const bool needsNumber = !from.letters.contains('A') && from.letters.contains('i');
    if (needsNumber)
        queue.format.letters.prepend('A');
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty() || line.startsWith("JOBID"))
            continue;
        const QList<QByteArray> fields = aligned(line, from);
        QByteArray record;
        if (needsNumber && !fields.isEmpty()) {
            const QByteArray id = fields[from.letters.indexOf('i')].trimmed();
            const auto digits =
                std::find_if(id.begin(), id.end(), [](char c) { return c < '0' || c > '9'; }) - id.begin();
            record = id.left(digits) + queue.format.separator;
        }
        for (std::size_t i = 0; i < order.size() && !fields.isEmpty(); ++i)
            record += (i ? QByteArray(1, queue.format.separator) : QByteArray()) + fields[order[i]].trimmed();
        queue.records.push_back(record);
    }
    return queue;
}

} // namespace

std::optional<CapturedQueue> readCapturedQueue(const QByteArray &text, const QString &formatText)
{
    const auto format = formatText.isEmpty() ? guessFormat(text) : formatOf(formatText.toUtf8());
    if (text.contains('\x1f') && formatText.isEmpty()) {
        CapturedQueue queue;
        for (QByteArray record : text.split(queue.format.recordEnd)) {
            if (const qsizetype end = record.indexOf('\n');
                end >= 0 && end <= 32 && !record.left(end).contains(queue.format.separator))
                record = record.mid(end + 1);
            if (!record.trimmed().isEmpty())
                queue.records.push_back(record);
        }
        return queue;
    }
    return format ? std::optional(rewritten(text, *format)) : std::nullopt;
}

QByteArray squeueField(const QByteArray &record, const SqueueFormat &format, char letter)
{
    const qsizetype at = format.letters.indexOf(letter);
    return at < 0 ? QByteArray() : record.split(format.separator).value(at);
}

} // namespace paceline::cli
