// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/hardwareverdict.h"
#include "backends/analysis/verdict.h"

#include <algorithm>

namespace paceline {

namespace {

using What = Statement::What;

/// What a finding about a job's hardware says of this node alone; none where it is about others.
std::optional<Statement> onNode(Statement statement, const NodeName &node)
{
    const bool isOfGpus = statement.what == What::GpusIdle || statement.what == What::GpusThrottled;
    const bool isOfNodes = statement.what == What::NodesIdle || statement.what == What::NodesSilent;
    if (!isOfGpus && !isOfNodes)
        return std::nullopt;
    QStringList ours;
    for (const QString &text : std::as_const(statement.texts)) {
        if (isOfNodes ? text == node.value : text.startsWith(node.value + QLatin1Char('/')))
            ours.append(text);
    }
    if (ours.isEmpty())
        return std::nullopt;
    statement.texts = ours;
    statement.a = double(ours.size());
    return statement;
}

void addState(EvidenceBook &book, const Node *node, int jobs)
{
    if (!node) {
        book.add({.what = What::NodeUnknown, .severity = Severity::Idle});
        return;
    }
    if (!node->isUsable()) {
        book.add({.what = What::NodeOut,
                  .severity = Severity::Attention,
                  .texts = {node->stateText, node->reason, node->reasonBy}});
        return;
    }
    book.add({.what = What::NodeUp,
              .severity = node->state == NodeState::Idle ? Severity::Idle : Severity::Well,
              .a = double(jobs),
              .texts = {node->stateText}});
}

} // namespace

Verdict judgeNode(const Node *node, int jobs, const std::vector<std::shared_ptr<const JobSnapshot>> &watched,
                  qint64 nowMs)
{
    EvidenceBook book;
    addState(book, node, jobs);
    for (const auto &snapshot : watched) {
        EvidenceBook findings;
        judgeHardware(*snapshot, findings);
        for (const Statement &statement : findings.verdict(nowMs).statements) {
            if (node) {
                if (const auto ours = onNode(statement, node->name))
                    book.add(*ours);
            }
        }
    }
    return book.verdict(nowMs);
}

} // namespace paceline
