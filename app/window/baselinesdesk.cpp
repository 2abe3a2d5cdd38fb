// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/baselinesdesk.h"

#include "backends/analysis/ownscaling.h"
#include "backends/catalogue/baselinetext.h"
#include "backends/catalogue/citation.h"
#include "backends/core/inpool.h"
#include "backends/core/text.h"
#include "backends/core/whenfinished.h"
#include "widgets/pages/baselinespage.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <cmath>

namespace paceline {

namespace {

constexpr std::size_t kToldRows = 5;
constexpr int kLongestDetail = 300;

QString unitOf(const QString &metric)
{
    return metric == QLatin1String("tokens_per_sec")  ? QStringLiteral("tokens/s")
           : metric == QLatin1String("steps_per_sec") ? QStringLiteral("steps/s")
                                                      : QStringLiteral("samples/s");
}

} // namespace

BaselinesDesk::BaselinesDesk(BaselineLibrary &library, QWidget *view)
    : QObject(view)
    , m_library(library)
    , m_page(new BaselinesPage(*this, view))
{
    connect(&library, &BaselineLibrary::changed, this, &BaselinesDesk::makeTable);
    connect(&library, &BaselineLibrary::failed, this, &BaselinesDesk::tellProblem);
    connect(&library, &BaselineLibrary::imported, this,
            [this](const BaselineImport &import) { m_page->showNote(importText(import), import.badRows > 0); });
    connect(m_page, &BaselinesPage::importRequested, this, &BaselinesDesk::askImport);
    connect(m_page, &BaselinesPage::removeRequested, &library, &BaselineLibrary::remove);
    if (library.records())
        makeTable();
    if (library.problem())
        tellProblem(*library.problem());
}

/// The page refers to the desk's texts: it goes first, though the view would delete it too.
BaselinesDesk::~BaselinesDesk()
{
    delete m_page;
}

void BaselinesDesk::show()
{
    m_library.load();
}

void BaselinesDesk::makeTable()
{
    const quint64 turn = ++m_turn;
    const auto work =
        runInPool([records = m_library.records()] { return std::make_shared<const BaselineTable>(records); });
    whenFinished(work, this, [this, turn](const BaselineTablePtr &table) {
        if (turn == m_turn)
            m_page->setTable(table);
    });
}

void BaselinesDesk::askImport()
{
    auto *dialog = new QFileDialog(m_page, tr("Import baselines of your own"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Baselines (*.csv *.tsv *.json *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, &m_library, &BaselineLibrary::importFrom);
    dialog->open();
}

void BaselinesDesk::tellProblem(const Error &error)
{
    if (m_library.isCatalogueRead())
        m_page->showNote(problemText(error), true);
    else
        m_page->setFailure(displayText(error.detail, kLongestDetail));
}

QString BaselinesDesk::problemText(const Error &error)
{
    const QString detail = displayText(error.detail, kLongestDetail);
    switch (error.kind) {
    case ErrorKind::TooLarge:
        return tr("A file of baselines is larger than 32 MiB: %1").arg(detail);
    case ErrorKind::DiskFull:
        return tr("Your baselines could not be saved, the disk is full: %1").arg(detail);
    case ErrorKind::NotFound:
    case ErrorKind::PermissionDenied:
        return tr("A file of baselines cannot be opened: %1").arg(detail);
    default:
        return tr("A file of baselines was not understood: %1\nIt stays; where yours is saved anew, the old one is "
                  "kept "
                  "beside it as .unreadable.")
            .arg(detail);
    }
}

QString BaselinesDesk::importText(const BaselineImport &import)
{
    QStringList sentences{tr("%n record(s) imported from %1.", nullptr, import.added)
                              .arg(displayText(QFileInfo(import.path).fileName(), 60))};
    if (import.known > 0)
        sentences.append(tr("%n were there already.", nullptr, import.known));
    if (import.badRows > 0) {
        QStringList rows;
        for (const OwnBaselines::BadRow &bad : import.firstBadRows) {
            if (rows.size() < qsizetype(kToldRows))
                rows.append(
                    tr("row %1: %2", "number, field that does not fit").arg(bad.row).arg(displayText(bad.reason, 40)));
        }
        if (import.badRows > rows.size())
            rows.append(QStringLiteral("…"));
        sentences.append(
            tr("%n row(s) were left out (%1).", nullptr, int(import.badRows)).arg(rows.join(QStringLiteral(", "))));
    }
    return sentences.join(u' ');
}

Baseline BaselinesDesk::ownBaseline(const OwnRun &run, const QString &cluster)
{
    const QString name = nameWithoutScale(run.name);
    Baseline record;
    record.id = QStringLiteral("run-%1-%2").arg(cluster).arg(run.job.number);
    record.kind = BaselineKind::Own;
    record.source.isOwn = true;
    record.source.title = QStringLiteral("%1, job %2 on %3").arg(run.name).arg(run.job.number).arg(cluster);
    if (!std::isnan(run.startS))
        record.source.year = QDateTime::fromSecsSinceEpoch(qint64(run.startS), Qt::UTC).date().year();
    record.system = cluster;
    record.benchmark = name;
    record.metric = QStringLiteral("throughput");
    record.value = run.speed.perSecond;
    record.unit = unitOf(run.speed.metric);
    record.accelerators = qint64(run.accelerators);
    if (!run.acceleratorType.isEmpty()) {
        record.accelerator = run.acceleratorType;
        record.acceleratorFamily = run.acceleratorType.toLower();
    } else if (!run.hasGpus) {
        record.accelerator = QStringLiteral("CPU");
    }
    if (!std::isnan(run.speed.batch))
        record.globalBatch = qint64(run.speed.batch);
    // Runs that differ in scale alone make one curve.
    record.series = QStringLiteral("own-%1-%2-%3").arg(cluster, name, run.acceleratorType);
    record.note = QStringLiteral("Median of the job's log without its first tenth.");
    return record;
}

QString BaselinesDesk::citation(const Baseline &record) const
{
    return citationText(record);
}

QString BaselinesDesk::bibtex(const Baseline &record) const
{
    return citationBibtex(record);
}

QByteArray BaselinesDesk::csv(const std::vector<const Baseline *> &records) const
{
    QByteArray text = baselineCsvHead() + '\n';
    for (const Baseline *record : records)
        text += baselineCsv(*record) + '\n';
    return text;
}

std::vector<NamedValue> BaselinesDesk::fields(const Baseline &record) const
{
    return baselineFields(record);
}

QString BaselinesDesk::requiredLabel(const Baseline &record) const
{
    return paceline::requiredLabel(record).value_or(QString());
}

QString BaselinesDesk::trademark(const Baseline &record) const
{
    return isMlperf(record) || record.mlperf.suite ? QString(kMlperfTrademark) : QString();
}

} // namespace paceline
