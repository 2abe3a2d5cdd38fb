// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/scalarrun.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace paceline::events {
namespace {

bool isSame(const ScalarPoint &a, const ScalarPoint &b)
{
    const auto bits = [](double value) { return std::bit_cast<quint64>(value); };
    return a.step == b.step && bits(a.wallTime) == bits(b.wallTime) && bits(a.value) == bits(b.value);
}

} // namespace

void ScalarRun::add(int file, const ScalarBatch &batch, const std::function<QString(int)> &name)
{
    for (const Restart &restart : batch.restarts) {
        if (std::isnan(restart.wallTime))
            continue;
        m_restarts.push_back({restart, file, !m_restartedFiles.contains(file)});
        m_restartedFiles.insert(file);
    }
    std::vector<qsizetype> &sources = m_sourceOfTag[file];
    for (const ScalarPoint &point : batch.points) {
        while (std::size_t(point.tag) >= sources.size()) {
            const QString tag = name(int(sources.size()));
            const auto found = m_numbers.constFind(tag);
            const qsizetype number = found != m_numbers.constEnd() ? *found : qsizetype(m_sources.size());
            if (found == m_numbers.constEnd()) {
                m_numbers.insert(tag, number);
                m_sources.push_back({tag, {}});
            }
            sources.push_back(number);
        }
        partOf(m_sources[std::size_t(sources[std::size_t(point.tag)])], file).push_back(point);
    }
}

std::vector<ScalarPoint> &ScalarRun::partOf(Source &source, int file)
{
    std::vector<Part> &parts = source.parts;
    if (!parts.empty() && parts.back().file == file)
        return parts.back().points;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part &part) { return part.file == file; });
    if (found != parts.end())
        return found->points;
    parts.push_back({file, {}});
    return parts.back().points;
}

/// The parts of a curve in the order of time; gives the file of each point.
std::vector<int> ScalarRun::join(const Source &source, std::vector<ScalarPoint> &points)
{
    std::vector<int> files;
    for (const Part &part : source.parts) {
        if (points.empty() || part.points.front().wallTime > points.back().wallTime) {
            points.insert(points.end(), part.points.begin(), part.points.end());
            files.resize(points.size(), part.file);
            continue;
        }
        std::vector<ScalarPoint> joined;
        std::vector<int> joinedFiles;
        joined.reserve(points.size() + part.points.size());
        joinedFiles.reserve(joined.capacity());
        std::size_t old = 0;
        const auto takeOld = [&] {
            joined.push_back(points[old]);
            joinedFiles.push_back(files[old++]);
        };
        for (const ScalarPoint &point : part.points) {
            // Written so that a time that is not known (NaN) comes after what is there.
            while (old < points.size() && !(point.wallTime < points[old].wallTime))
                takeOld();
            const bool isKnown = !joined.empty() && joinedFiles.back() != part.file && isSame(joined.back(), point);
            if (!isKnown) {
                joined.push_back(point);
                joinedFiles.push_back(part.file);
            }
        }
        while (old < points.size())
            takeOld();
        points.swap(joined);
        files.swap(joinedFiles);
    }
    return files;
}

void ScalarRun::keep(ScalarCurve &curve, const std::vector<int> &files, const std::vector<FileRestart> &restarts)
{
    const std::vector<ScalarPoint> &points = curve.points;
    std::vector<quint32> &kept = curve.kept;
    kept.reserve(points.size());
    auto restart = restarts.begin();
    const auto restartUpTo = [&](double wallTime) {
        for (; restart != restarts.end() && restart->restart.wallTime <= wallTime; ++restart) {
            while (!kept.empty() && points[kept.back()].step >= restart->restart.step &&
                   !(restart->isFirst && files[kept.back()] == restart->file))
                kept.pop_back();
        }
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        restartUpTo(points[i].wallTime);
        if (i > 0 && points[i].step < points[i - 1].step)
            ++curve.stepsGoBack;
        if (i > 0 && points[i].step == points[i - 1].step)
            ++curve.repeatedSteps;
        if (!kept.empty() && points[i].step < points[kept.back()].step) {
            while (!kept.empty() && points[kept.back()].step >= points[i].step)
                kept.pop_back();
        }
        kept.push_back(quint32(i));
    }
    restartUpTo(std::numeric_limits<double>::infinity());
}

std::vector<ScalarCurve> ScalarRun::curves() const
{
    std::vector<FileRestart> restarts = m_restarts;
    std::stable_sort(restarts.begin(), restarts.end(),
                     [](const auto &a, const auto &b) { return a.restart.wallTime < b.restart.wallTime; });
    std::vector<ScalarCurve> curves;
    for (const Source &source : m_sources) {
        ScalarCurve curve;
        curve.tag = source.tag;
        const std::vector<int> files = join(source, curve.points);
        if (curve.points.empty())
            continue; // the tag of a picture
        curve.kind = curve.points.front().kind;
        for (ScalarPoint &point : curve.points)
            point.tag = qint32(curves.size());
        keep(curve, files, restarts);
        curves.push_back(std::move(curve));
    }
    return curves;
}

} // namespace paceline::events
