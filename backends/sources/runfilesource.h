// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/parsers/runfiles/foundfiles.h"
#include "backends/sources/filefollower.h"
#include "backends/sources/runfilesearch.h"
#include "backends/sources/source.h"

#include <QTimer>
#include <map>
#include <memory>

namespace paceline {

/// Finds the files beside the logs of watched jobs (TensorBoard event files, .wandb files, tables, lines of JSON, the
/// other output file) and follows them as a log is followed. Looks where the job runs and where its log says, seldom
/// and within bounds, see runFileSearchCommand. Lives on the ingest thread; owned by the session. Relay and clock
/// outlive it.
class RunFileSource final : public Source
{
    Q_OBJECT
public:
    static constexpr int kSearchMs = 60'000, kEarlySearchMs = 15'000, kEarlyMs = 180'000;
    static constexpr std::size_t kMaxFiles = 24; ///< that are read for one job
    static constexpr int kMaxPolls = 4;          ///< files that are asked for at a time

    struct Target
    {
        JobId job;
        QString name, logPath, otherOutput, workFolder;
        qint64 startMs = 0;        ///< UTC, 0 when unknown
        QSet<QString> nodes = {};  ///< up to the first dot
        bool sharesFolder = false; ///< another job runs there, too
        bool isOver = false;       ///< looked for once more, then never again
    };

    RunFileSource(Relay &relay, const Clock &clock, QObject *parent = nullptr);
    ~RunFileSource() override;

    /// Called again for the same job, what changed counts from then on.
    void follow(const Target &target);
    /// A file that was read before this program began: it goes on at its place, without one it is read from its
    /// beginning. After follow().
    void goOn(paceline::JobId job, const RunFile &file, const std::optional<LogPlace> &place);
    void unfollow(paceline::JobId job);
    /// A path that the user named: a file or a folder, absolute or from the working folder on.
    void add(paceline::JobId job, const QString &path);
    /// All of them, resolved.
    QStringList added(paceline::JobId job) const;
    /// Whether a file that was found is read; what was read of one that is not is forgotten.
    void setRead(paceline::JobId job, const QString &path, bool isRead);
    /// What came of a log: its lines may name places.
    void readLog(const LogChunk &chunk);
    /// Of the host's clock, seconds east of UTC.
    void setZone(int offsetS) { m_zoneS = offsetS; }
    void pause();
    void resume();

    /// Looks at what is due. Called by a timer of its own; tests move the clock and call it.
    void tick();

private:
    class Follow;
    friend class Follow;
    struct Watched
    {
        Target target;
        QStringList added, named, switchedOff;
        std::map<QString, std::shared_ptr<Follow>> follows; ///< by path
        std::map<QString, RunFile> others;                  ///< found and not read
        QByteArray unfinishedLine;
        qint64 searchDueMs = 0, searchedMs = 0;
        bool isSearching = false, isSearchedOver = false;
    };

    void search(Watched &watched);
    void takeFound(JobId job, const Result<CommandOutput> &result);
    void take(Watched &watched, const FoundFiles &found);
    void offer(Watched &watched, RunFile file);
    void start(Watched &watched, RunFile file, const std::optional<LogPlace> &place = {});
    void stop(Watched &watched, const QString &path);
    void hasten(Watched &watched);
    void publish(RunFileChunk chunk);
    qint64 changedMs(const FileStep &step) const;
    void arm();
    Watched *find(JobId job);

    Relay &m_relay;
    const Clock &m_clock;
    QTimer m_timer;
    std::map<JobId, Watched> m_watched;
    std::optional<int> m_zoneS;
    qint64 m_hostOffsetMs = 0;
    bool m_isPaused = false;
};

} // namespace paceline
