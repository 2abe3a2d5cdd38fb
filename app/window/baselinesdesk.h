// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/baselinelibrary.h"
#include "widgets/pages/baselinetexts.h"

#include <QObject>

class QWidget;

namespace paceline {

class BaselinesPage;
struct OwnRun;

/// Makes and feeds the browser of baselines of one cluster's view: tables are made ready on a thread of the pool, files
/// are asked for, imports told. GUI thread; owned by the view; the library outlives it.
class BaselinesDesk : public QObject, private BaselineTexts
{
    Q_OBJECT
public:
    /// view: owner of both the desk and its page.
    BaselinesDesk(BaselineLibrary &library, QWidget *view);
    ~BaselinesDesk() override;

    BaselinesPage *page() const { return m_page; }
    /// The page came into sight.
    void show();

    /// A run as a record of one's own, its throughput under the job's name without what tells the scale.
    static Baseline ownBaseline(const OwnRun &run, const QString &cluster);
    /// "3 records imported, 1 was there already. 2 rows were left out: row 2 (value), row 7 (json)."
    static QString importText(const BaselineImport &import);
    /// What is the matter with a file of baselines.
    static QString problemText(const Error &error);

private:
    QString citation(const Baseline &record) const override;
    QString bibtex(const Baseline &record) const override;
    QByteArray csv(const std::vector<const Baseline *> &records) const override;
    std::vector<NamedValue> fields(const Baseline &record) const override;
    QString requiredLabel(const Baseline &record) const override;
    QString trademark(const Baseline &record) const override;

    void makeTable();
    void askImport();
    void tellProblem(const Error &error);

    BaselineLibrary &m_library;
    BaselinesPage *m_page;
    quint64 m_turn = 0; ///< an older table is stale
};

} // namespace paceline
