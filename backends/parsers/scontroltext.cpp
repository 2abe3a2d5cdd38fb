// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/scontroltext.h"

#include <algorithm>
#include <cstring>

namespace paceline {

namespace {

bool isKeyChar(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '/' ||
           c == ':';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Length of "Word" when a "Word=" stands at the position, else 0.
qsizetype keyLength(QByteArrayView record, qsizetype at)
{
    if (at >= record.size() || !((record[at] >= 'A' && record[at] <= 'Z') || (record[at] >= 'a' && record[at] <= 'z')))
        return 0;
    qsizetype end = at + 1;
    while (end < record.size() && isKeyChar(record[end]))
        ++end;
    return end < record.size() && record[end] == '=' ? end - at : 0;
}

/// Where the value that begins at from ends when any key may follow: the start of the next key, or the end of the
/// record.
qsizetype nextKey(QByteArrayView record, qsizetype from)
{
    for (qsizetype i = from; i < record.size(); ++i) {
        if (isBlank(record[i]) && keyLength(record, i + 1) > 0)
            return i + 1;
    }
    return record.size();
}

qsizetype nextFollower(QByteArrayView record, qsizetype from, const std::vector<const char *> &followers)
{
    for (qsizetype i = from; i < record.size(); ++i) {
        if (!isBlank(record[i]))
            continue;
        const qsizetype length = keyLength(record, i + 1);
        if (length == 0)
            continue;
        const QByteArrayView key = record.sliced(i + 1, length);
        if (std::any_of(followers.begin(), followers.end(),
                        [key](const char *name) { return key == QByteArrayView(name); }))
            return i + 1;
    }
    // A record that lacks them all: with one group of keys a line, the next line ends the value.
    for (qsizetype i = record.indexOf('\n', from); i >= 0; i = record.indexOf('\n', i + 1)) {
        qsizetype key = i + 1;
        while (key < record.size() && record[key] == ' ')
            ++key;
        if (key > i + 1 && keyLength(record, key) > 0)
            return key;
    }
    return record.size();
}

QByteArrayView withoutTrailingBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

} // namespace

KeyValues splitScontrolRecord(QByteArrayView record, const std::vector<FreeTextKey> &freeText)
{
    KeyValues pairs;
    pairs.reserve(64);
    qsizetype at = keyLength(record, 0) > 0 ? 0 : nextKey(record, 0);
    while (at < record.size()) {
        const qsizetype length = keyLength(record, at);
        const QByteArrayView key = record.sliced(at, length);
        const qsizetype value = at + length + 1;
        const auto free = std::find_if(freeText.begin(), freeText.end(),
                                       [key](const FreeTextKey &f) { return key == QByteArrayView(f.key); });

        const qsizetype next =
            free == freeText.end() ? nextKey(record, value) : nextFollower(record, value, free->followers);
        pairs.emplace_back(key, withoutTrailingBlanks(record.sliced(value, next - value)));
        at = next;
    }
    return pairs;
}

std::vector<QByteArrayView> scontrolRecords(QByteArrayView text, QByteArrayView key, bool afterBlankLine)
{
    std::vector<qsizetype> starts;
    for (qsizetype at = 0; at < text.size();) {
        const bool separated = !afterBlankLine || at < 2 || text[at - 2] == '\n';
        if (separated && text.sliced(at).startsWith(key))
            starts.push_back(at);
        const void *end = memchr(text.data() + at, '\n', size_t(text.size() - at));
        if (!end)
            break;
        at = static_cast<const char *>(end) - text.data() + 1;
    }
    std::vector<QByteArrayView> records;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        records.push_back(text.sliced(starts[i], end - starts[i]));
    }
    return records;
}

} // namespace paceline
