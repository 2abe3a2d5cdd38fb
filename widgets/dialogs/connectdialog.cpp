// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/connectdialog.h"

#include "backends/core/text.h"
#include "widgets/dialogs/loginsteps.h"
#include "widgets/format/describe.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace paceline {

namespace {

constexpr int kNameRole = Qt::UserRole;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void paint(QLabel *label, const QColor &color)
{
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, color);
    label->setPalette(colors);
}

} // namespace

ConnectDialog::ConnectDialog(QWidget *parent)
    : QDialog(parent)
    , m_host(new QLineEdit(this))
    , m_hosts(new QListWidget(this))
    , m_advanced(new QToolButton(this))
    , m_advancedPart(new QWidget(this))
    , m_pipe(new QComboBox(m_advancedPart))
    , m_configFile(plainLabel(m_advancedPart))
    , m_steps(new LoginSteps(this))
    , m_failure(plainLabel(this))
    , m_hint(plainLabel(this))
    , m_evidence(plainLabel(this))
    , m_connect(new QPushButton(tr("Connect"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_demo(new QPushButton(tr("Show a demo"), this))
{
    setWindowTitle(tr("Connect to a cluster"));
    setMinimumSize(500, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto *title = plainLabel(this);
    title->setText(tr("Connect to a login node"));
    title->setFont(Theme::verdict());
    column->addWidget(title);
    column->addWidget(makeHosts(), 1);
    column->addWidget(makeAdvanced());
    column->addWidget(makeProgress());
    column->addWidget(makeButtons());
    setBusy(false);
    m_host->setFocus();
}

QWidget *ConnectDialog::makeHosts()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_host->setPlaceholderText(tr("Host of ~/.ssh/config, or user@host[:port]"));
    m_host->setAccessibleName(tr("Host"));
    m_hosts->setAccessibleName(tr("Known hosts"));
    m_hosts->setMinimumHeight(96);
    column->addWidget(m_host);
    column->addWidget(m_hosts, 1);
    connect(m_host, &QLineEdit::textEdited, this, &ConnectDialog::filterHosts);
    connect(m_host, &QLineEdit::textChanged, this, [this] { setBusy(m_isBusy); });
    connect(m_hosts, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { m_host->setText(item->data(kNameRole).toString()); });
    connect(m_hosts, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        m_host->setText(item->data(kNameRole).toString());
        request();
    });
    return part;
}

QWidget *ConnectDialog::makeAdvanced()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_advanced->setText(tr("Advanced"));
    m_advanced->setCheckable(true);
    m_advanced->setAutoRaise(true);
    m_advanced->setArrowType(Qt::RightArrow);
    m_advanced->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    column->addWidget(m_advanced, 0, Qt::AlignLeft);
    column->addWidget(m_advancedPart);
    auto *inner = new QVBoxLayout(m_advancedPart);
    inner->setContentsMargins(20, 0, 0, 0);
    m_pipe->addItem(tr("Choose by itself"), int(Pipe::Automatic));
    m_pipe->addItem(tr("Built-in SSH (libssh)"), int(Pipe::Libssh));
    m_pipe->addItem(tr("Your own ssh program: hardware keys, GSSAPI, ControlMaster"), int(Pipe::SshProgram));
    m_pipe->setAccessibleName(tr("How to reach the host"));
    inner->addWidget(m_pipe);
    inner->addWidget(m_configFile);
    m_configFile->hide();
    m_advancedPart->hide();
    connect(m_advanced, &QToolButton::toggled, this, [this](bool open) {
        m_advancedPart->setVisible(open);
        m_advanced->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    return part;
}

QWidget *ConnectDialog::makeProgress()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QWidget *widget : {static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_failure),
                            static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_evidence)}) {
        column->addWidget(widget);
        widget->hide();
    }
    const Theme &theme = themeOf(palette());
    QFont strong = Theme::body();
    strong.setWeight(QFont::DemiBold);
    m_failure->setFont(strong);
    paint(m_failure, theme.failed);
    m_evidence->setFont(Theme::secondary());
    paint(m_evidence, theme.soft);
    return part;
}

QWidget *ConnectDialog::makeButtons()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_demo);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_connect);
    m_demo->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_connect->setDefault(true);
    m_connect->setMinimumWidth(120);
    m_demo->setToolTip(tr("A recorded job; needs no cluster and no network"));
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::request);
    connect(m_demo, &QPushButton::clicked, this, &ConnectDialog::demoRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_isBusy) {
            setBusy(false);
            m_steps->hide();
            emit cancelRequested();
        } else {
            reject();
        }
    });
    return part;
}

void ConnectDialog::setKnownHosts(const std::vector<KnownHost> &hosts)
{
    m_hosts->clear();
    const QString recent = tr("recent");
    for (const KnownHost &host : hosts) {
        QString text = displayText(host.name, 128);
        QStringList notes;
        if (!host.note.isEmpty())
            notes += displayText(host.note, 160);
        if (host.origin == KnownHost::Origin::Recent)
            notes += recent;
        if (!notes.isEmpty())
            text += QStringLiteral("   ") + notes.join(QStringLiteral(" · "));
        auto *item = new QListWidgetItem(text, m_hosts);
        item->setData(kNameRole, host.name);
        item->setSizeHint({0, Theme::kRowHeight});
    }
    m_hosts->setVisible(!hosts.empty());
}

void ConnectDialog::filterHosts(const QString &text)
{
    bool any = false;
    const auto matches = [&](int row) {
        return m_hosts->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive);
    };
    for (int row = 0; row < m_hosts->count(); ++row)
        any |= matches(row);
    // A free entry that no host matches leaves the list as it is.
    for (int row = 0; row < m_hosts->count(); ++row)
        m_hosts->item(row)->setHidden(any && !matches(row));
}

void ConnectDialog::setHost(const QString &host)
{
    m_host->setText(host);
}

void ConnectDialog::setConfigFile(const QString &path)
{
    m_configFile->setText(tr("SSH configuration: %1").arg(displayText(path, 300)));
    m_configFile->setVisible(!path.isEmpty());
}

QString ConnectDialog::host() const
{
    return m_host->text().trimmed();
}

ConnectDialog::Pipe ConnectDialog::pipe() const
{
    return Pipe(m_pipe->currentData().toInt());
}

void ConnectDialog::request()
{
    if (host().isEmpty() || m_isBusy)
        return;
    for (QLabel *label : {m_failure, m_hint, m_evidence})
        label->hide();
    setBusy(true);
    m_steps->setFailed(false);
    m_steps->setProgress({});
    m_steps->show();
    grow();
    emit connectRequested(host(), pipe());
}

void ConnectDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    for (QWidget *widget : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_hosts),
                            static_cast<QWidget *>(m_pipe), static_cast<QWidget *>(m_demo)})
        widget->setEnabled(!busy);
    m_connect->setEnabled(!busy && !host().isEmpty());
    m_connect->setText(busy ? tr("Connecting …") : tr("Connect"));
}

void ConnectDialog::setConnection(const ConnectionState &state)
{
    switch (state.phase) {
    case ConnectionPhase::Connecting:
    case ConnectionPhase::Reconnecting:
        setBusy(true);
        m_steps->setFailed(false);
        m_steps->setProgress(state.progress);
        m_steps->show();
        grow();
        break;
    case ConnectionPhase::Connected:
        accept();
        break;
    case ConnectionPhase::Failed:
    case ConnectionPhase::WaitingForPerson:
        m_steps->setProgress(state.progress);
        showFailure(state.error.value_or(Error{ErrorKind::Disconnected, {}}));
        break;
    case ConnectionPhase::Disconnected:
        setBusy(false);
        break;
    }
}

void ConnectDialog::showError(const Error &error)
{
    m_steps->hide();
    showFailure(error);
}

void ConnectDialog::showFailure(const Error &error)
{
    setBusy(false);
    m_steps->setFailed(true);
    const ErrorText text = describe(error, host());
    m_failure->setText(text.what);
    m_hint->setText(text.whatToDo);
    m_evidence->setText(text.evidence);
    m_failure->show();
    m_hint->setVisible(!text.whatToDo.isEmpty());
    m_evidence->setVisible(!text.evidence.isEmpty());
    m_connect->setText(tr("Try again"));
    m_host->setFocus();
    grow();
}

void ConnectDialog::grow()
{
    layout()->activate();
    const int needed = std::max(sizeHint().height(), layout()->totalHeightForWidth(width()));
    if (height() < needed)
        resize(width(), needed);
}

} // namespace paceline
