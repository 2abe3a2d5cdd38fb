// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/patternfile.h"
#include "widgets/dialogs/patternbench.h"

#include <QObject>
#include <QPointer>
#include <memory>

class QWidget;

namespace paceline {

namespace logs {
class PatternSet;
}
class LogText;
class PatternDialog;
class PatternList;

/// The user's patterns of log lines in the window: read from their file, changed in dialogs, saved, handed on. GUI
/// thread; owned by the window.
class PatternDesk : public QObject, private PatternBench
{
    Q_OBJECT
public:
    /// Parent of the dialogs: window. Reads the file at once; what is wrong with it is told by failed() when the desk
    /// is first used.
    PatternDesk(const QString &path, QWidget *window);
    ~PatternDesk() override;

    const std::vector<LogPattern> &patterns() const { return m_patterns; }
    std::shared_ptr<const logs::PatternSet> set() const { return m_set; }

    using Log = std::shared_ptr<const LogText>;
    /// Opens the dialog for one line of a log; see PatternDialog::setLine.
    void makeCurve(const Log &log, const QByteArray &line, qsizetype fromEnd);
    /// Opens the list of all patterns. log: where they are tried on; may be null.
    void showAll(const Log &log);
    /// Adds what a file holds. A pattern of a name that is there already gets a number behind it.
    Result<int> importFrom(const QString &path);
    Result<void> exportTo(const QString &path, std::size_t pattern) const;

signals:
    /// The set is another one now.
    void changed();
    void failed(const paceline::Error &error);

private:
    PatternLine look(const QByteArray &line) const override;
    LogPattern make(const PatternLine &line, const std::vector<PatternNumber> &roles,
                    bool restMayDiffer) const override;
    Result<void> check(const LogPattern &pattern) const override;
    QString expression(const LogPattern &pattern) const override;
    std::unique_ptr<PatternTry> tryOut(const LogPattern &pattern, qint64 firstLine) const override;

    void setPatterns(std::vector<LogPattern> patterns);
    void edit(int index);
    void askImport();
    void askExport(int index);
    QString freeName(const QString &name) const;

    PatternFile m_file;
    QWidget *m_window;
    std::vector<LogPattern> m_patterns;
    std::shared_ptr<const logs::PatternSet> m_set;
    std::optional<Error> m_loadError; ///< not told yet
    Log m_log;                        ///< that the list was opened for
    QPointer<PatternList> m_list;
};

} // namespace paceline
