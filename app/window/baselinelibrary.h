// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/baselinefile.h"
#include "backends/domain/baselineset.h"
#include "backends/domain/login.h" // an Error travels in signals

#include <QObject>

namespace paceline {

/// What an import amounts to.
struct BaselineImport
{
    QString path;
    int added = 0, known = 0; ///< known: the very same record is there already
    qint64 badRows = 0;
    std::vector<OwnBaselines::BadRow> firstBadRows; ///< twenty at most
};

/// The catalogue with the user's own baselines behind it, once for the whole window: read when somebody first looks,
/// own ones kept in their file. Reading, merging and writing happen on threads of the pool. GUI thread; owned by the
/// window.
class BaselineLibrary : public QObject
{
    Q_OBJECT
public:
    /// ownPath: where the user's are kept; the file need not exist.
    explicit BaselineLibrary(const QString &ownPath, QObject *parent = nullptr);
    ~BaselineLibrary() override;

    /// Reads both; nothing happens where that is done or under way.
    void load();
    /// Null until all is read.
    const BaselineSetPtr &records() const { return m_records; }
    bool isCatalogueRead() const { return m_builtIn != nullptr; }
    /// What was wrong last, until something goes well: the catalogue or the user's file cannot be read, or that file
    /// not be written.
    const std::optional<Error> &problem() const { return m_problem; }

    /// imported() or failed() tells how it went.
    void importFrom(const QString &path);
    /// Adds records of one's own; one with the same id is replaced: of a run there is one.
    void keep(const std::vector<Baseline> &records);
    /// Of one's own; others stay.
    void remove(const QString &id);

signals:
    /// records() is another set now.
    void changed();
    void imported(const paceline::BaselineImport &import);
    void failed(const paceline::Error &error);

private:
    using Own = std::shared_ptr<const std::vector<Baseline>>;
    /// An id that is taken gets a number behind it.
    void add(const std::vector<Baseline> &records);
    void setOwn(std::vector<Baseline> own);
    void publish();
    void fail(const Error &error);

    BaselineFile m_file;
    BaselineSetPtr m_builtIn, m_records;
    Own m_own = std::make_shared<const std::vector<Baseline>>();
    std::vector<Baseline> m_waiting; ///< kept before all was read
    QStringList m_waitingFiles;      ///< to be imported then
    std::optional<Error> m_problem;
    bool m_isLoading = false, m_isPublishing = false;
    bool m_isOutdated = false; ///< one's own changed while they were published
    bool m_mustSave = false;
};

} // namespace paceline
