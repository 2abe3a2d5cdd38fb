// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/promptdialog.h"

#include "backends/core/text.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace paceline {

namespace {

constexpr int kWidth = 460, kMaxWordsHeight = 260;

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Words of a server: each line made safe, line ends kept.
QString safeLines(const QString &words)
{
    QStringList lines = words.left(8192).split(QLatin1Char('\n'));
    for (QString &line : lines) {
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        line = displayText(line, 1000);
    }
    return lines.join(QLatin1Char('\n')).trimmed();
}

QString titleOf(const LoginQuestion &question)
{
    const QString host = displayText(question.host, 128);
    const QString who = question.user.isEmpty() ? host : displayText(question.user, 64) + QLatin1Char('@') + host;
    switch (question.kind) {
    case LoginQuestion::Kind::HostKey:
        return PromptDialog::tr("%1 is new here").arg(host);
    case LoginQuestion::Kind::Passphrase:
        return question.retry ? PromptDialog::tr("That passphrase does not open the key")
                              : PromptDialog::tr("Passphrase of your key");
    case LoginQuestion::Kind::Password:
        return PromptDialog::tr("Password for %1").arg(who);
    case LoginQuestion::Kind::Interactive:
    case LoginQuestion::Kind::Program:
        break;
    }
    return PromptDialog::tr("%1 asks").arg(who);
}

} // namespace

PromptDialog::PromptDialog(const LoginQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleOf(question));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto *title = plainLabel(titleOf(question), this);
    title->setFont(Theme::verdict());
    column->addWidget(title);
    if (question.kind == LoginQuestion::Kind::HostKey) {
        addHostKey(column);
    } else {
        addWords(column);
        addPrompts(column);
    }
    addButtons(column);
    if (!m_answers.empty())
        m_answers.front()->setFocus();
}

PromptDialog::~PromptDialog()
{
    wipe();
}

void PromptDialog::addWords(QVBoxLayout *column)
{
    QStringList words;
    if (m_question.kind == LoginQuestion::Kind::Passphrase)
        words += displayText(m_question.keyFile, 300);
    for (const QString &text : {m_question.name, m_question.instruction}) {
        if (!text.trimmed().isEmpty())
            words += safeLines(text);
    }
    if (words.isEmpty())
        return;
    auto *label = plainLabel(words.join(QLatin1Char('\n')), this);
    label->setAlignment(Qt::AlignTop);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(label);
    constexpr int kSpare = 16; // selectable text is laid out with margins of its own
    const int wordsHeight = label->heightForWidth(kWidth - 60) + kSpare;
    label->setMinimumSize(1, wordsHeight);
    area->setFixedHeight(std::min(kMaxWordsHeight, wordsHeight + 2));
    column->addWidget(area);
}

/// For a prompt that comes without words of the server's.
QString PromptDialog::ownWords() const
{
    switch (m_question.kind) {
    case LoginQuestion::Kind::Password:
        return tr("Password");
    case LoginQuestion::Kind::Passphrase:
        return tr("Passphrase");
    default:
        return tr("Answer");
    }
}

void PromptDialog::addPrompts(QVBoxLayout *column)
{
    for (const LoginQuestion::Prompt &prompt : m_question.prompts) {
        const QString words = safeLines(prompt.text);
        auto *label = plainLabel(words.isEmpty() ? ownWords() : words, this);
        auto *answer = new QLineEdit(this);
        answer->setEchoMode(prompt.echo ? QLineEdit::Normal : QLineEdit::Password);
        answer->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        answer->setAccessibleName(label->text());
        label->setBuddy(answer);
        column->addWidget(label);
        column->addWidget(answer);
        m_answers.push_back(answer);
    }
}

void PromptDialog::addHostKey(QVBoxLayout *column)
{
    column->addWidget(plainLabel(
        tr("Its key has never been seen from this account. Compare the fingerprint with the one that the site "
           "publishes before you go on."),
        this));
    auto *key = plainLabel(
        displayText(m_question.keyType, 64) + QLatin1Char('\n') + displayText(m_question.fingerprint, 256), this);
    key->setFont(Theme::mono());
    key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    key->setAccessibleName(tr("Fingerprint"));
    column->addWidget(key);
}

void PromptDialog::addButtons(QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(this);
    if (m_question.kind == LoginQuestion::Kind::HostKey) {
        const auto add = [&](const QString &text, const QString &answer) {
            QPushButton *button = buttons->addButton(text, QDialogButtonBox::AcceptRole);
            button->setAutoDefault(false);
            connect(button, &QPushButton::clicked, this, [this, answer] {
                m_hostKeyAnswer = QStringList{answer};
                accept();
            });
        };
        add(tr("It is right, remember it"), QStringLiteral("yes"));
        add(tr("Only this time"), QStringLiteral("once"));
    } else {
        QPushButton *go =
            buttons->addButton(m_question.prompts.empty() ? tr("Continue") : tr("Send"), QDialogButtonBox::AcceptRole);
        go->setDefault(true);
        connect(go, &QPushButton::clicked, this, &QDialog::accept);
    }
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setText(tr("Cancel"));
    if (m_question.kind == LoginQuestion::Kind::HostKey)
        cancel->setDefault(true); // Enter never trusts a key
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    column->addSpacing(4);
    column->addWidget(buttons);
}

void PromptDialog::done(int result)
{
    if (!m_isDone) {
        m_isDone = true;
        const bool accepted = result == QDialog::Accepted;
        QStringList answers = accepted ? m_hostKeyAnswer : QStringList();
        for (const QLineEdit *answer : m_answers) {
            if (accepted)
                answers += answer->text();
        }
        wipe();
        emit answered(m_question.id, accepted, answers);
    }
    QDialog::done(result);
}

void PromptDialog::wipe()
{
    for (QLineEdit *answer : m_answers)
        answer->clear();
}

} // namespace paceline
