// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/ownscaling.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace paceline {

QString nameWithoutScale(const QString &name)
{
    // A number beside a word for what is counted, at a border of the name's parts.
    static const QRegularExpression kScale(
        QStringLiteral("(?:^|[-_. ])(?:(?:x|n|np|nodes?|gpus?|ranks?|tasks?|procs?|workers?|ws)[-_=]?[0-9]+"
                       "|[0-9]+[-_]?(?:x|n|nodes?|gpus?|ranks?|tasks?|procs?|workers?))(?=$|[-_. ])"),
        QRegularExpression::CaseInsensitiveOption);
    QString rest = name;
    rest.remove(kScale);
    return rest.isEmpty() ? name : rest;
}

std::vector<OwnSeries> ownSeries(std::vector<OwnRun> runs)
{
    using Key = std::tuple<QString, QString, QString, QString, bool>;
    std::map<Key, OwnSeries> byKey;
    for (OwnRun &run : runs) {
        if (!(run.accelerators > 0) || !(run.speed.perSecond > 0))
            continue;
        const QString name = nameWithoutScale(run.name);
        OwnSeries &series = byKey[{name, run.user, run.acceleratorType, run.speed.metric, run.hasGpus}];
        series.name = name;
        series.metric = run.speed.metric;
        series.runs.push_back(std::move(run));
    }
    std::vector<OwnSeries> found;
    for (auto &[key, series] : byKey) {
        std::sort(series.runs.begin(), series.runs.end(), [](const OwnRun &a, const OwnRun &b) {
            return std::tuple(a.accelerators, a.startS, a.job) < std::tuple(b.accelerators, b.startS, b.job);
        });
        series.scales = 1;
        for (std::size_t i = 1; i < series.runs.size(); ++i)
            series.scales += series.runs[i].accelerators != series.runs[i - 1].accelerators;
        if (series.scales >= 2)
            found.push_back(std::move(series));
    }
    const auto newest = [](const OwnSeries &series) {
        double last = 0;
        for (const OwnRun &run : series.runs)
            last = std::fmax(last, run.startS);
        return last;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const OwnSeries &a, const OwnSeries &b) { return newest(a) > newest(b); });
    return found;
}

} // namespace paceline
