// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/nodegroups.h"

#include "widgets/models/nodelook.h"
#include "widgets/models/nodenames.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <numeric>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NodeGroups)
};

const QString &separator()
{
    static const QString text = QStringLiteral(" · ");
    return text;
}

std::vector<QStringView> namesOf(const NodeList &nodes)
{
    std::vector<QStringView> names;
    names.reserve(nodes.nodes.size());
    for (const auto &node : nodes.nodes)
        names.emplace_back(node->name.value);
    return names;
}

/// Groups by a list of words; titles in natural order.
template <class WordsOf>
NameGroups groupByWords(const NodeList &nodes, const QString &without, const WordsOf &wordsOf)
{
    NameGroups groups;
    QHash<QStringList, int> ids;
    QStringList titles;
    for (const auto &node : nodes.nodes) {
        const QStringList words = wordsOf(*node);
        auto it = ids.constFind(words);
        if (it == ids.constEnd()) {
            it = ids.insert(words, int(titles.size()));
            titles += words.isEmpty() ? without : words.join(separator());
        }
        groups.of.push_back(*it);
    }
    const std::vector<int> order = naturalOrder({titles.begin(), titles.end()});
    std::vector<int> rank(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        rank[std::size_t(order[i])] = int(i);
        groups.titles += titles.at(order[i]);
    }
    for (int &group : groups.of)
        group = rank[std::size_t(group)];
    return groups;
}

/// Words that a single node has, such as a serial number, make no groups.
NameGroups groupByFeatures(const NodeList &nodes)
{
    QHash<QString, int> counts;
    for (const auto &node : nodes.nodes) {
        for (const QString &feature : node->features)
            ++counts[feature];
    }
    const bool anyOnce = std::find(counts.cbegin(), counts.cend(), 1) != counts.cend();
    return groupByWords(nodes, Words::tr("without features"), [&](const Node &node) {
        QStringList words = node.features;
        if (anyOnce)
            words.removeIf([&counts](const QString &word) { return counts.value(word) == 1; });
        return words;
    });
}

NameGroups groupByState(const NodeList &nodes)
{
    NameGroups groups;
    for (int mark = kNodeMarks; mark-- > 0;)
        groups.titles += markText(NodeMark(mark));
    for (const auto &node : nodes.nodes)
        groups.of.push_back(kNodeMarks - 1 - int(markOf(*node)));
    return groups;
}

NameGroups keysOf(const NodeList &nodes, NodeGrouping grouping)
{
    switch (grouping) {
    case NodeGrouping::Partition:
        return groupByWords(nodes, Words::tr("in no partition"), [](const Node &node) { return node.partitions; });
    case NodeGrouping::Name:
        return groupByName(namesOf(nodes));
    case NodeGrouping::Feature:
        return groupByFeatures(nodes);
    case NodeGrouping::State:
        return groupByState(nodes);
    case NodeGrouping::None:
        break;
    }
    return {QStringList(QString()), std::vector<int>(nodes.nodes.size(), 0)};
}

} // namespace

std::vector<NodeGroup> groupNodes(const NodeList &nodes, NodeGrouping grouping, NodeOrder order)
{
    const NameGroups keys = keysOf(nodes, grouping);
    std::vector<NodeGroup> groups(std::size_t(keys.titles.size()));
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i].title = keys.titles.at(qsizetype(i));
    for (const int node : naturalOrder(namesOf(nodes)))
        groups[std::size_t(keys.of[std::size_t(node)])].nodes.push_back(node);
    std::erase_if(groups, [](const NodeGroup &group) { return group.nodes.empty(); });
    if (order == NodeOrder::Name)
        return groups;
    const auto worse = [&nodes](int a, int b) {
        return markOf(*nodes.nodes[std::size_t(a)]) > markOf(*nodes.nodes[std::size_t(b)]);
    };
    for (NodeGroup &group : groups)
        std::stable_sort(group.nodes.begin(), group.nodes.end(), worse);
    return groups;
}

bool isGroupedAlike(const NodeList &before, const NodeList &after, NodeGrouping grouping, NodeOrder order)
{
    const bool byState = grouping == NodeGrouping::State || order == NodeOrder::Attention;
    const auto alike = [&](const std::shared_ptr<const Node> &a, const std::shared_ptr<const Node> &b) {
        return a == b || (a->name == b->name && (!byState || markOf(*a) == markOf(*b)) &&
                          (grouping != NodeGrouping::Partition || a->partitions == b->partitions) &&
                          (grouping != NodeGrouping::Feature || a->features == b->features));
    };
    return std::equal(before.nodes.begin(), before.nodes.end(), after.nodes.begin(), after.nodes.end(), alike);
}

} // namespace paceline
