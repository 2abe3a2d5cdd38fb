// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/scalarpoint.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <functional>

namespace paceline::events {

/// One curve of a run.
struct ScalarCurve
{
    QString tag;
    ScalarKind kind = ScalarKind::Simple;
    std::vector<ScalarPoint> points; ///< every one, in the order of time; their tag is the curve's number
    std::vector<quint32> kept;       ///< those that no later value replaced: indices, steps never go back
    qint64 stepsGoBack = 0;          ///< pairs of neighbours in points
    qint64 repeatedSteps = 0;
};

/// Joins the points of all files of one run, which may overlap in time (several writers) or follow on each other
/// (restarts). Points are put in the order of wall time, each file in its own order; a point that two files hold alike
/// counts once. Where steps go back, or the program says that it starts again at a step, later values replace the
/// earlier ones from that step on.
class ScalarRun
{
public:
    /// file: any number that stays the same for a file; name: of the reader's tags.
    void add(int file, const ScalarBatch &batch, const std::function<QString(int)> &name);
    /// In the order in which the tags came first.
    std::vector<ScalarCurve> curves() const;

private:
    struct Part
    {
        int file = 0;
        std::vector<ScalarPoint> points;
    };
    struct Source
    {
        QString tag;
        std::vector<Part> parts;
    };
    struct FileRestart
    {
        Restart restart;
        int file = 0;
        bool isFirst = true; ///< of its file: then it says nothing about the points of that file
    };
    static void keep(ScalarCurve &curve, const std::vector<int> &files, const std::vector<FileRestart> &restarts);
    static std::vector<ScalarPoint> &partOf(Source &source, int file);
    static std::vector<int> join(const Source &source, std::vector<ScalarPoint> &points);

    std::vector<Source> m_sources;
    QHash<QString, qsizetype> m_numbers;
    QHash<int, std::vector<qsizetype>> m_sourceOfTag; ///< by file
    std::vector<FileRestart> m_restarts;
    QSet<int> m_restartedFiles;
};

} // namespace paceline::events
