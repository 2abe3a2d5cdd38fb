// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/filespanel.h"

#include "backends/core/text.h"
#include "widgets/format/units.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace paceline {

namespace {

constexpr int kWidth = 340, kPathWidth = 225;

QString formatText(const RunFile &file)
{
    if (file.kind == RunFile::Kind::EventFile)
        return FilesPanel::tr("TensorBoard");
    if (file.kind == RunFile::Kind::WandbFile)
        return FilesPanel::tr("Weights & Biases");
    return file.format.isEmpty() ? FilesPanel::tr("no known format") : displayText(file.format, 40);
}

/// Format and number of curves; nothing where there is neither.
QString factsText(const QString &format, const Run *run)
{
    const qsizetype curves = run ? run->metrics().size() : 0;
    return curves > 0 ? format + QStringLiteral(" · ") + FilesPanel::tr("%n curve(s)", nullptr, int(curves)) : format;
}

/// Event files have names for machines: the folder is what their writer chose.
QString nameOf(const RunFile &file)
{
    const bool isEventFile = file.kind == RunFile::Kind::EventFile;
    return isEventFile ? file.path.section(u'/', -3, -2) : file.path.section(u'/', -2);
}

} // namespace

QString runFileStateText(const RunFile &file)
{
    const QString readTo = formatValue(double(file.readTo), Unit::Byte);
    switch (file.state) {
    case RunFile::State::Waiting:
        return FilesPanel::tr("opening");
    case RunFile::State::Reading:
        return FilesPanel::tr("%1 of %2 read").arg(readTo, formatValue(double(file.size), Unit::Byte));
    case RunFile::State::Following:
        return FilesPanel::tr("%1, read to its end").arg(readTo);
    case RunFile::State::Deleted:
        return FilesPanel::tr("deleted; what was read stays");
    case RunFile::State::Unreadable:
        return FilesPanel::tr("cannot be read");
    case RunFile::State::Ambiguous:
        return FilesPanel::tr("not read: another job works in the same folder");
    case RunFile::State::TooMany:
        return FilesPanel::tr("not read: too many files");
    case RunFile::State::NoMetrics:
        return FilesPanel::tr("not read on: holds no metrics");
    case RunFile::State::SwitchedOff:
        break;
    }
    return FilesPanel::tr("not read");
}

QString runFileReasonText(RunFile::Reason reason)
{
    switch (reason) {
    case RunFile::Reason::Added:
        return FilesPanel::tr("Added by you.");
    case RunFile::Reason::Named:
        return FilesPanel::tr("Named by the job.");
    case RunFile::Reason::JobInPath:
        return FilesPanel::tr("The number of the job stands in its path.");
    case RunFile::Reason::HostInName:
        return FilesPanel::tr("Its name tells a node of the job.");
    case RunFile::Reason::Beside:
        break;
    }
    return FilesPanel::tr("Written since the job began, in its folder.");
}

FilesPanel::FilesPanel(QWidget *parent)
    : Card(parent)
    , m_area(new QScrollArea(this))
    , m_path(new QLineEdit(this))
{
    setFixedWidth(kWidth);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_area->viewport()->setAutoFillBackground(false);
    auto *title = new QLabel(tr("Files read for this run"), this);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *close = new FlatButton(tr("Close"), this);
    connect(close, &FlatButton::clicked, this, &FilesPanel::closeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    head->addSpacing(8);
    m_path->setPlaceholderText(tr("Add file or folder…"));
    m_path->setAccessibleName(tr("File or folder on the cluster to add"));
    m_path->setToolTip(tr("A path on the cluster, absolute or from the folder of the job on"));
    auto *addButton = new FlatButton(tr("Add"), this);
    connect(addButton, &FlatButton::clicked, this, &FilesPanel::add);
    connect(m_path, &QLineEdit::returnPressed, this, &FilesPanel::add);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_path, 1);
    foot->addWidget(addButton);
    foot->addSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 4, 10);
    layout->addLayout(head);
    layout->addWidget(m_area, 1);
    layout->addLayout(foot);
}

void FilesPanel::add()
{
    const QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return;
    m_path->clear();
    emit addRequested(path);
}

void FilesPanel::setSnapshot(std::shared_ptr<const JobSnapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (isVisible())
        refresh();
}

void FilesPanel::showEvent(QShowEvent *)
{
    refresh();
}

FilesPanel::Row FilesPanel::rowOf(const LogText &log, const Run *run)
{
    const QString format = log.format.isEmpty() ? tr("no known format") : displayText(log.format, 40);
    const QString size = formatValue(double(log.readTo), Unit::Byte);
    const bool isWhole = log.readTo >= log.fileSize;
    return {log.path.section(u'/', -1),
            log.path,
            factsText(format, run),
            isWhole ? tr("%1, read to its end").arg(size)
                    : tr("%1 of %2 read").arg(size, formatValue(double(log.fileSize), Unit::Byte)),
            false,
            true};
}

FilesPanel::Row FilesPanel::rowOf(const RunFileState &state)
{
    const RunFile &file = state.file;
    QString text = runFileStateText(file);
    if (file.damaged > 0)
        text += QStringLiteral(" · ") + tr("%n damaged record(s)", nullptr, int(file.damaged));
    const bool isChoice = file.state != RunFile::State::Deleted && file.state != RunFile::State::Unreadable;
    return {nameOf(file),
            file.path,
            factsText(formatText(file), state.run.get()),
            text + u'\n' + runFileReasonText(file.reason),
            isChoice,
            file.isRead()};
}

void FilesPanel::refresh()
{
    std::vector<Row> rows;
    if (m_snapshot && m_snapshot->log)
        rows.push_back(rowOf(*m_snapshot->log, m_snapshot->logRun.get()));
    if (m_snapshot) {
        for (const auto &state : m_snapshot->files)
            rows.push_back(rowOf(*state));
    }
    if (rows == m_rows && m_area->widget())
        return;
    m_rows = std::move(rows);
    rebuild();
}

QWidget *FilesPanel::widgetOf(const Row &row)
{
    auto *widget = new QWidget;
    auto *name = new QLabel(
        QFontMetrics(Theme::body()).elidedText(displayText(row.name, 400), Qt::ElideLeft, kPathWidth), widget);
    name->setTextFormat(Qt::PlainText);
    name->setToolTip(displayText(row.path).toHtmlEscaped());
    auto *facts = new QLabel(row.facts, widget), *state = new QLabel(row.state.section(u'\n', 0, 0), widget);
    state->setToolTip(row.state.section(u'\n', 1).toHtmlEscaped());
    for (QLabel *label : {facts, state}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(Theme::secondary());
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setWordWrap(true);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    for (QLabel *label : {name, facts, state})
        texts->addWidget(label);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(6);
    layout->addLayout(texts, 1);
    if (row.hasButton) {
        auto *button = new FlatButton(row.isRead ? tr("Leave out") : tr("Read"), widget);
        connect(button, &FlatButton::clicked, this,
                [this, path = row.path, isRead = row.isRead] { emit readRequested(path, !isRead); });
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    return widget;
}

void FilesPanel::rebuild()
{
    const int at = m_area->verticalScrollBar()->value();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(10);
    for (const Row &row : m_rows)
        column->addWidget(widgetOf(row));
    if (m_rows.size() <= 1) {
        auto *hint = new QLabel(
            tr("No file with curves was found beside the log so far. It is looked for every minute."), content);
        hint->setFont(Theme::secondary());
        hint->setForegroundRole(QPalette::PlaceholderText);
        hint->setWordWrap(true);
        column->addWidget(hint);
    }
    column->addStretch(1);
    // A button of the old content may be the one that was clicked: it must outlive its own signal.
    if (QWidget *old = m_area->takeWidget())
        old->deleteLater();
    m_area->setWidget(content);
    content->setAutoFillBackground(false);
    m_area->verticalScrollBar()->setValue(at);
}

} // namespace paceline
