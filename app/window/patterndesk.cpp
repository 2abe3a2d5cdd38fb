// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/patterndesk.h"

#include "backends/core/text.h"
#include "backends/parsers/logs/metricnames.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternset.h"
#include "backends/parsers/logs/patterntrial.h"
#include "widgets/dialogs/patterndialog.h"
#include "widgets/dialogs/patternlist.h"
#include "widgets/format/describe.h"

#include <QFileDialog>
#include <QRegularExpression>
#include <algorithm>

namespace paceline {

namespace {

class Try final : public PatternTry
{
public:
    Try(const LogPattern &pattern, qint64 firstLine)
        : m_trial(pattern, firstLine)
    {
    }
    void read(const QByteArray &bytes) override { m_trial.read(bytes); }
    void finish() override { m_trial.finish(); }
    const PatternOutcome &outcome() const override { return m_trial.outcome(); }

private:
    logs::PatternTrial m_trial;
};

QString fileName(const QString &pattern)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w.-]+"));
    return QString(pattern).replace(unsafe, QStringLiteral("_")).left(60) + QStringLiteral(".json");
}

QFileDialog *fileDialog(QWidget *window, const QString &title)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(PatternDesk::tr("Patterns (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    return dialog;
}

QString words(const Error &error)
{
    const ErrorText text = describe(error, {});
    return text.evidence.isEmpty() ? text.plain()
                                   : text.plain() + QStringLiteral(" (") + text.evidence + QLatin1Char(')');
}

} // namespace

PatternDesk::PatternDesk(const QString &path, QWidget *window)
    : QObject(window)
    , m_file(path)
    , m_window(window)
{
    auto loaded = m_file.load();
    if (loaded)
        m_patterns = std::move(*loaded);
    else if (loaded.error().kind != ErrorKind::NotFound)
        m_loadError = loaded.error();
    m_set = std::make_shared<const logs::PatternSet>(m_patterns);
}

PatternDesk::~PatternDesk() = default;

void PatternDesk::setPatterns(std::vector<LogPattern> patterns)
{
    m_patterns = std::move(patterns);
    m_set = std::make_shared<const logs::PatternSet>(m_patterns);
    if (m_list)
        m_list->setPatterns(m_patterns);
    emit changed();
    if (const auto done = m_file.save(m_patterns); !done)
        emit failed(done.error());
}

void PatternDesk::makeCurve(const Log &log, const QByteArray &line, qsizetype fromEnd)
{
    if (m_loadError)
        emit failed(*std::exchange(m_loadError, std::nullopt));
    auto *dialog = new PatternDialog(*this, log, m_window);
    dialog->setLine(line, fromEnd);
    connect(dialog, &PatternDialog::saved, this, [this](LogPattern made) {
        made.name = freeName(made.name);
        std::vector<LogPattern> all = m_patterns;
        // The newest comes first: it is the one that is meant where two take the same line.
        all.insert(all.begin(), std::move(made));
        setPatterns(std::move(all));
    });
    dialog->open();
}

void PatternDesk::showAll(const Log &log)
{
    if (m_loadError)
        emit failed(*std::exchange(m_loadError, std::nullopt));
    m_log = log;
    if (m_list) {
        m_list->raise();
        return;
    }
    m_list = new PatternList(m_window);
    m_list->setPatterns(m_patterns);
    m_list->select(0);
    connect(m_list, &PatternList::changed, this, [this](const std::vector<LogPattern> &all) { setPatterns(all); });
    connect(m_list, &PatternList::editRequested, this, &PatternDesk::edit);
    connect(m_list, &PatternList::importRequested, this, &PatternDesk::askImport);
    connect(m_list, &PatternList::exportRequested, this, &PatternDesk::askExport);
    m_list->open();
}

void PatternDesk::edit(int index)
{
    if (index < 0 || std::size_t(index) >= m_patterns.size())
        return;
    auto *dialog = new PatternDialog(*this, m_log, m_list);
    dialog->setPattern(m_patterns[std::size_t(index)]);
    const LogPattern before = m_patterns[std::size_t(index)];
    connect(dialog, &PatternDialog::saved, this, [this, before](const LogPattern &made) {
        std::vector<LogPattern> all = m_patterns;
        const auto old = std::find(all.begin(), all.end(), before);
        if (old == all.end())
            all.insert(all.begin(), made);
        else
            *old = made;
        setPatterns(std::move(all));
    });
    dialog->open();
}

void PatternDesk::askImport()
{
    QFileDialog *dialog = fileDialog(m_list, tr("Import patterns"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto count = importFrom(path);
        if (m_list)
            m_list->showNote(count ? tr("%n pattern(s) imported.", nullptr, *count) : words(count.error()), !count);
    });
    dialog->open();
}

void PatternDesk::askExport(int index)
{
    if (index < 0 || std::size_t(index) >= m_patterns.size())
        return;
    QFileDialog *dialog = fileDialog(m_list, tr("Export a pattern"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileName(m_patterns[std::size_t(index)].name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, index](const QString &path) {
        const auto done = exportTo(path, std::size_t(index));
        if (m_list)
            m_list->showNote(done ? tr("Saved as %1.").arg(displayText(path, 200)) : words(done.error()), !done);
    });
    dialog->open();
}

Result<int> PatternDesk::importFrom(const QString &path)
{
    const auto more = PatternFile(path).load();
    if (!more)
        return tl::unexpected(more.error());
    if (m_patterns.size() + more->size() > logs::PatternSet::kMaxPatterns)
        return failure(ErrorKind::TooLarge, QString::number(m_patterns.size() + more->size()));
    for (const LogPattern &pattern : *more) {
        LogPattern added = pattern;
        added.name = freeName(pattern.name);
        m_patterns.push_back(std::move(added));
    }
    setPatterns(std::vector<LogPattern>(m_patterns));
    return int(more->size());
}

Result<void> PatternDesk::exportTo(const QString &path, std::size_t pattern) const
{
    return pattern < m_patterns.size() ? PatternFile(path).save({m_patterns[pattern]})
                                       : failure(ErrorKind::NotFound, path);
}

QString PatternDesk::freeName(const QString &name) const
{
    const auto isTaken = [this](const QString &wanted) {
        return std::any_of(m_patterns.begin(), m_patterns.end(), [&](const LogPattern &p) { return p.name == wanted; });
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = QStringLiteral("%1 (%2)").arg(name).arg(number);
    return free;
}

PatternLine PatternDesk::look(const QByteArray &line) const
{
    return logs::lookAtLine(line);
}

LogPattern PatternDesk::make(const PatternLine &line, const std::vector<PatternNumber> &roles, bool restMayDiffer) const
{
    LogPattern made = logs::generalised(line, roles, restMayDiffer);
    for (PatternNumber &number : made.numbers) {
        if (number.role != NumberRole::Metric || !number.canon.isEmpty())
            continue;
        const std::string name = number.name.toStdString(), unit = number.unit.toStdString();
        const std::string_view canon = logs::canonicalName(name, unit, logs::Phase::Train);
        number.canon = QString::fromUtf8(canon.data(), qsizetype(canon.size()));
    }
    return made;
}

Result<void> PatternDesk::check(const LogPattern &pattern) const
{
    return logs::PatternSet::check(pattern);
}

QString PatternDesk::expression(const LogPattern &pattern) const
{
    return QString::fromUtf8(logs::expressionOf(pattern));
}

std::unique_ptr<PatternTry> PatternDesk::tryOut(const LogPattern &pattern, qint64 firstLine) const
{
    return std::make_unique<Try>(pattern, firstLine);
}

} // namespace paceline
