// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodenames.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>
#include <numeric>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NodeNames)
};

constexpr std::size_t kMostChunks = 50;
constexpr std::size_t kFewNames = 16; ///< one group holds them
constexpr double kLeastMean = 4;      ///< smaller groups are boards, not racks
constexpr int kMostRuns = 6;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// One run of digits in a name.
struct Run
{
    qsizetype begin = 0, end = 0;
    quint64 number = 0;
};

struct Name
{
    int index = 0; ///< in the list that was given
    QStringView text;
    int runs = 0;
    std::array<Run, kMostRuns> run;
};

Name parse(int index, QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    Name name{index, dot > 0 ? text.first(dot) : text, 0, {}};
    for (qsizetype i = 0; i < name.text.size() && name.runs < kMostRuns;) {
        if (!isDigit(name.text[i])) {
            ++i;
            continue;
        }
        Run &run = name.run[std::size_t(name.runs++)];
        run.begin = i;
        for (; i < name.text.size() && isDigit(name.text[i]); ++i)
            run.number = run.number * 10 + quint64(name.text[i].unicode() - u'0');
        run.end = i;
    }
    return name;
}

/// The name with '#' for every run of digits: names of one shape were made by one rule.
QString shapeOf(const Name &name)
{
    QString shape;
    shape.reserve(name.text.size());
    qsizetype at = 0;
    for (int i = 0; i < name.runs; ++i) {
        const Run &run = name.run[std::size_t(i)];
        shape += name.text.sliced(at, run.begin - at);
        shape += u'#';
        at = run.end;
    }
    shape += name.text.sliced(at);
    return shape;
}

/// Whether the word before a run of digits means a rack.
bool isRackWord(const Name &name, int run)
{
    const qsizetype end = name.run[std::size_t(run)].begin;
    qsizetype begin = end;
    while (begin > 0 && (name.text[begin - 1] == u'-' || name.text[begin - 1] == u'_'))
        --begin;
    const qsizetype wordEnd = begin;
    while (begin > 0 && name.text[begin - 1].isLetter())
        --begin;
    const QStringView word = name.text.sliced(begin, wordEnd - begin);
    static constexpr QStringView kWords[] = {u"r", u"rk", u"rack", u"cab", u"cabinet", u"x", u"isle", u"island"};
    return std::any_of(std::begin(kWords), std::end(kWords),
                       [word](QStringView known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

class Grouper
{
public:
    explicit Grouper(std::size_t names) { m_groups.of.assign(names, -1); }

    void add(const std::vector<Name> &names)
    {
        if (names.front().runs == 0) {
            for (const Name &name : names)
                m_groups.of[std::size_t(name.index)] = titled(Words::tr("other names"));
            return;
        }
        const std::vector<int> varying = varyingRuns(names);
        const int level = varying.size() > 1 ? rackLevel(names, varying) : -1;
        if (level >= 0)
            addRacks(names, level);
        else
            addChunks(names, varying.empty() ? names.front().runs - 1 : varying.back());
    }
    NameGroups take()
    {
        std::vector<int> order(std::size_t(m_groups.titles.size()));
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(),
                  [this](int a, int b) { return compareNaturally(m_groups.titles.at(a), m_groups.titles.at(b)) < 0; });
        std::vector<int> rank(order.size());
        QStringList titles;
        for (std::size_t i = 0; i < order.size(); ++i) {
            rank[std::size_t(order[i])] = int(i);
            titles += m_groups.titles.at(order[i]);
        }
        for (int &group : m_groups.of)
            group = rank[std::size_t(group)];
        m_groups.titles = titles;
        return std::move(m_groups);
    }

private:
    int titled(const QString &title)
    {
        const auto it = m_byTitle.constFind(title);
        if (it != m_byTitle.constEnd())
            return *it;
        m_byTitle.insert(title, int(m_groups.titles.size()));
        m_groups.titles += title;
        return int(m_groups.titles.size()) - 1;
    }
    static std::vector<int> varyingRuns(const std::vector<Name> &names)
    {
        std::vector<int> varying;
        for (int run = 0; run < names.front().runs; ++run) {
            const quint64 first = names.front().run[std::size_t(run)].number;
            if (std::any_of(names.begin(), names.end(),
                            [=](const Name &name) { return name.run[std::size_t(run)].number != first; }))
                varying.push_back(run);
        }
        return varying;
    }
    static std::size_t racksAt(const std::vector<Name> &names, int level)
    {
        QSet<QStringView> racks;
        for (const Name &name : names)
            racks.insert(name.text.first(name.run[std::size_t(level)].end));
        return std::size_t(racks.size());
    }
    /// The run of digits that ends the rack's name; -1 where none makes groups.
    static int rackLevel(const std::vector<Name> &names, const std::vector<int> &varying)
    {
        for (std::size_t i = 0; i + 1 < varying.size(); ++i) {
            if (isRackWord(names.front(), varying[i]))
                return varying[i];
        }
        for (std::size_t i = varying.size() - 1; i-- > 0;) {
            const std::size_t racks = racksAt(names, varying[i]);
            if (racks > 1 && double(names.size()) / double(racks) >= kLeastMean)
                return varying[i];
        }
        return racksAt(names, varying.front()) <= names.size() / 2 ? varying.front() : -1;
    }
    void addRacks(const std::vector<Name> &names, int level)
    {
        QStringView known;
        int group = -1;
        for (const Name &name : names) {
            const QStringView rack = name.text.first(name.run[std::size_t(level)].end);
            if (rack != known) { // neighbours are mostly in one rack
                known = rack;
                group = titled(rack.toString());
            }
            m_groups.of[std::size_t(name.index)] = group;
        }
    }
    /// Names that differ in one number. "By tens" begins at 1 or at a round number, as people number.
    void addChunks(const std::vector<Name> &names, int level)
    {
        const auto numberOf = [level](const Name &name) { return name.run[std::size_t(level)].number; };
        const auto less = [&](const Name &a, const Name &b) { return numberOf(a) < numberOf(b); };
        const auto lowest = std::min_element(names.begin(), names.end(), less);
        const bool areFew = names.size() <= kFewNames;
        const quint64 size = chunkSize(names.size());
        const quint64 base = numberOf(*lowest) % size == 0 ? 0 : 1;
        struct Chunk
        {
            const Name *low, *high;
            std::vector<int> members;
        };
        QHash<quint64, Chunk> chunks;
        for (const Name &name : names) {
            const quint64 number = numberOf(name);
            const quint64 key = areFew || number < base ? 0 : (number - base) / size;
            Chunk &chunk = chunks[key];
            if (chunk.members.empty())
                chunk.low = chunk.high = &name;
            chunk.low = less(name, *chunk.low) ? &name : chunk.low;
            chunk.high = less(*chunk.high, name) ? &name : chunk.high;
            chunk.members.push_back(name.index);
        }
        for (const Chunk &chunk : std::as_const(chunks)) {
            const int group = titled(chunkTitle(*chunk.low, *chunk.high, level));
            for (const int member : chunk.members)
                m_groups.of[std::size_t(member)] = group;
        }
    }
    static quint64 chunkSize(std::size_t names)
    {
        for (quint64 decade = 10;; decade *= 10) {
            for (const quint64 size : {decade, decade * 2, decade * 5}) {
                if (names <= size * kMostChunks)
                    return size;
            }
        }
    }
    static QString chunkTitle(const Name &low, const Name &high, int level)
    {
        const Run &first = low.run[std::size_t(level)], &last = high.run[std::size_t(level)];
        if (first.number == last.number)
            return low.text.toString();
        return low.text.first(first.end).toString() + QChar(0x2013) +
               high.text.sliced(last.begin, last.end - last.begin).toString();
    }

    NameGroups m_groups;
    QHash<QString, int> m_byTitle;
};

} // namespace

int compareNaturally(QStringView a, QStringView b)
{
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return a[i] < b[j] ? -1 : 1;
            ++i, ++j;
            continue;
        }
        while (i < a.size() && a[i] == u'0')
            ++i;
        while (j < b.size() && b[j] == u'0')
            ++j;
        const qsizetype from = i, other = j;
        while (i < a.size() && isDigit(a[i]))
            ++i;
        while (j < b.size() && isDigit(b[j]))
            ++j;
        if (i - from != j - other)
            return i - from < j - other ? -1 : 1;
        if (const int order = a.sliced(from, i - from).compare(b.sliced(other, j - other)); order != 0)
            return order;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return a.compare(b); // n1 and n01 are two names
}

std::vector<int> naturalOrder(const std::vector<QStringView> &names)
{
    std::vector<int> order(names.size());
    std::iota(order.begin(), order.end(), 0);
    const auto less = [&names](int a, int b) {
        return compareNaturally(names[std::size_t(a)], names[std::size_t(b)]) < 0;
    };
    if (!std::is_sorted(order.begin(), order.end(), less))
        std::stable_sort(order.begin(), order.end(), less);
    return order;
}

NameGroups groupByName(const std::vector<QStringView> &names)
{
    QHash<QString, int> ids;
    std::vector<std::vector<Name>> shapes;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Name name = parse(int(i), names[i]);
        const QString shape = name.runs == 0 ? QString() : shapeOf(name);
        auto it = ids.constFind(shape);
        if (it == ids.constEnd()) {
            it = ids.insert(shape, int(shapes.size()));
            shapes.emplace_back();
        }
        shapes[std::size_t(*it)].push_back(name);
    }
    Grouper grouper(names.size());
    for (const auto &shape : shapes)
        grouper.add(shape);
    return grouper.take();
}

} // namespace paceline
