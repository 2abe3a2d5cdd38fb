// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/palette.h"

#include "app/window/clusterview.h"
#include "backends/core/text.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

} // namespace

std::vector<PaletteEntry> paletteEntries(const ClusterView *view)
{
    std::vector<PaletteEntry> entries;
    const auto action = [&](PaletteAction which, const QString &title, const QString &keys) {
        entries.push_back({PaletteEntry::Kind::Action, QString::number(int(which)), title, keys});
    };
    action(PaletteAction::Connect, Text::tr("Connect to a cluster"), QStringLiteral("Ctrl+O"));
    action(PaletteAction::Overview, Text::tr("Show the overview"), QStringLiteral("Esc"));
    if (view)
        action(PaletteAction::Map, Text::tr("Show the cluster map"), {});
    if (view)
        action(PaletteAction::Scaling, Text::tr("Show scaling"), {});
    if (view)
        action(PaletteAction::Baselines, Text::tr("Show baselines"), {});
    if (view && view->currentJob().number != 0) {
        action(PaletteAction::Curves, Text::tr("All curves of this job"), QStringLiteral("C"));
        action(PaletteAction::SaveBaseline, Text::tr("Save this run as a baseline"), {});
    }
    action(PaletteAction::Patterns, Text::tr("Patterns of log lines"), {});
    action(PaletteAction::Refresh, Text::tr("Ask for the queue now"), QStringLiteral("F5"));
    action(PaletteAction::Theme, Text::tr("Switch between light and dark"), QStringLiteral("Ctrl+T"));
    action(PaletteAction::FullScreen, Text::tr("Full screen"), QStringLiteral("F11"));
    action(PaletteAction::Help, Text::tr("Keys and terms"), QStringLiteral("F1"));
    if (!view)
        return entries;
    if (view->data().jobs) {
        for (const auto &job : view->data().jobs->jobs)
            entries.push_back({PaletteEntry::Kind::Job, QString::number(job->id.number), displayText(job->name, 80),
                               displayText(job->displayId + QStringLiteral(" · ") + job->user, 60)});
    }
    if (view->data().nodes) {
        for (const auto &node : view->data().nodes->nodes)
            entries.push_back({PaletteEntry::Kind::Node, node->name.value, displayText(node->name.value, 80),
                               displayText(node->stateText, 40)});
    }
    return entries;
}

} // namespace paceline
