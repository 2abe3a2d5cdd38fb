// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/hostlist.h"

#include <algorithm>
#include <vector>

namespace paceline {

namespace {

struct Range
{
    quint64 low, high;
    int width;
};

/// One piece of a name: a fixed text, followed by the numbers of a bracket (none: text only).
struct Piece
{
    QStringView text;
    std::vector<Range> ranges;
};

constexpr int kMaxDigits = 18; // fits into 64 bits

std::optional<quint64> number(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= kMaxDigits &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? std::optional<quint64>(text.toULongLong()) : std::nullopt;
}

Result<std::vector<Range>> parseBracket(QStringView inside)
{
    std::vector<Range> ranges;
    for (const QStringView item : inside.split(u',')) {
        const qsizetype dash = item.indexOf(u'-');
        const QStringView low = dash < 0 ? item : item.first(dash);
        const auto first = number(low);
        const auto last = dash < 0 ? first : number(item.sliced(dash + 1));
        if (!first || !last || *last < *first)
            return failure(ErrorKind::Malformed, item.toString());
        ranges.push_back({*first, *last, int(low.size())});
    }
    return ranges;
}

Result<std::vector<Piece>> parseName(QStringView name)
{
    std::vector<Piece> pieces;
    while (!name.isEmpty()) {
        const qsizetype open = name.indexOf(u'[');
        const qsizetype close = name.indexOf(u']');
        if (open < 0 && close < 0) {
            pieces.push_back({name, {}});
            break;
        }
        if (open < 0 || close < open)
            return failure(ErrorKind::Malformed, name.toString());
        auto ranges = parseBracket(name.sliced(open + 1, close - open - 1));
        if (!ranges)
            return tl::unexpected(ranges.error());
        pieces.push_back({name.first(open), std::move(*ranges)});
        name = name.sliced(close + 1);
    }
    return pieces;
}

/// Number of names, or limit + 1 when there are more.
quint64 countNames(const std::vector<Piece> &pieces, quint64 limit)
{
    quint64 count = 1;
    for (const Piece &piece : pieces) {
        if (piece.ranges.empty())
            continue;
        quint64 here = 0;
        for (const Range &range : piece.ranges)
            here = std::min(limit + 1, here + std::min(limit + 1, range.high - range.low + 1));
        count = std::min(limit + 1, count * here);
    }
    return count;
}

void expandName(const std::vector<Piece> &pieces, std::size_t at, const QString &prefix, QStringList &names)
{
    if (at == pieces.size()) {
        names.append(prefix);
        return;
    }
    const QString start = prefix + pieces[at].text.toString();
    if (pieces[at].ranges.empty()) {
        expandName(pieces, at + 1, start, names);
        return;
    }
    for (const Range &range : pieces[at].ranges) {
        for (quint64 value = range.low; value <= range.high; ++value)
            expandName(pieces, at + 1, start + QString::number(value).rightJustified(range.width, u'0'), names);
    }
}

/// The next item up to a comma outside of brackets; rest becomes what follows.
QStringView takeItem(QStringView &rest)
{
    bool inside = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        if (rest[i] == u'[')
            inside = true;
        else if (rest[i] == u']')
            inside = false;
        else if (rest[i] == u',' && !inside) {
            const QStringView item = rest.first(i);
            rest = rest.sliced(i + 1);
            return item;
        }
    }
    return std::exchange(rest, QStringView());
}

} // namespace

Result<QStringList> expandHostList(QStringView text, qsizetype maxHosts)
{
    text = text.trimmed();
    if (text == u"(null)" || text == u"None assigned")
        return QStringList();
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c <= u' ' || c.unicode() == 0x7F; }))
        return failure(ErrorKind::Malformed, text.left(256).toString());
    QStringList names;
    while (!text.isEmpty()) {
        const QStringView item = takeItem(text);
        if (item.count(u'[') > 8)
            return failure(ErrorKind::Malformed, item.left(256).toString());
        const auto pieces = parseName(item);
        if (!pieces)
            return tl::unexpected(pieces.error());
        const auto room = quint64(maxHosts - names.size());
        if (item.isEmpty())
            continue;
        if (countNames(*pieces, room) > room)
            return failure(ErrorKind::TooLarge, item.left(256).toString());
        expandName(*pieces, 0, QString(), names);
    }
    return names;
}

} // namespace paceline
