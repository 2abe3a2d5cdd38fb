// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/numberline.h"
#include "widgets/dialogs/patterndialog.h"
#include "widgets/dialogs/patternroles.h"
#include "widgets/dialogs/sparkline.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace paceline {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

QLabel *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setWordWrap(false);
    label->setBuddy(buddy);
    label->setFont(Theme::secondary());
    return label;
}

void paint(QWidget *widget, QPalette::ColorRole role, const QColor &colour)
{
    QPalette colours = widget->palette();
    colours.setColor(role, colour);
    widget->setPalette(colours);
}

} // namespace

void PatternDialog::build()
{
    setMinimumWidth(720);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    QLabel *title = plainLabel(tr("Which numbers of this line should become curves?"), this);
    title->setFont(Theme::verdict());
    column->addWidget(title);
    column->addWidget(makeLine());
    column->addWidget(makeNumber());
    column->addWidget(makePreview(), 1);
    column->addWidget(makeAdvanced());
    column->addWidget(makeButtons());
    colour();
    m_chips->setFocus();
}

QWidget *PatternDialog::makeLine()
{
    m_chips = new NumberLine(NumberLine::Use::Choose);
    auto *area = new QScrollArea(this);
    area->setWidget(m_chips);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedHeight(92);
    area->setBackgroundRole(QPalette::Base);
    area->setFocusPolicy(Qt::NoFocus);
    connect(m_chips, &NumberLine::currentChanged, this, [this] {
        showNumber();
        showOutcome();
    });
    connect(m_chips, &NumberLine::toggled, this, &PatternDialog::toggle);
    return area;
}

QWidget *PatternDialog::makeNumber()
{
    auto *part = new QWidget(this);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    m_role = new QComboBox(part);
    m_name = new QComboBox(part);
    m_unit = new QLineEdit(part);
    m_title = new QLineEdit(part);
    m_rest = new QCheckBox(tr("Whatever follows may differ"), part);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->lineEdit()->setMaxLength(80);
    fillNames(m_name);
    m_unit->setMaxLength(20);
    m_title->setMaxLength(80);
    m_role->setMinimumContentsLength(26);
    const std::pair<QString, QWidget *> fields[] = {{tr("The number is"), m_role},
                                                    {tr("Name of the curve"), m_name},
                                                    {tr("Unit"), m_unit},
                                                    {tr("Name of the pattern"), m_title}};
    int at = 0;
    for (const auto &[words, field] : fields) {
        grid->addWidget(fieldLabel(words, field, part), 0, at);
        grid->addWidget(field, 1, at++);
        field->setAccessibleName(words);
    }
    grid->addWidget(m_rest, 2, 0, 1, 4);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(3, 2);
    m_unit->setFixedWidth(84);
    connect(m_role, &QComboBox::currentIndexChanged, this,
            [this] { setRole(NumberRole(m_role->currentData().toInt())); });
    connect(m_name, &QComboBox::editTextChanged, this, &PatternDialog::rename);
    connect(m_unit, &QLineEdit::textEdited, this, &PatternDialog::rename);
    connect(m_title, &QLineEdit::textEdited, this, [this] {
        m_isTitled = true;
        showOutcome();
    });
    connect(m_rest, &QCheckBox::toggled, this, [this] {
        if (!m_isShowing)
            changed();
    });
    return part;
}

QWidget *PatternDialog::makePreview()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_matches = plainLabel({}, part);
    QFont strong = Theme::body();
    strong.setWeight(QFont::DemiBold);
    m_matches->setFont(strong);
    m_warning = plainLabel({}, part);
    column->addWidget(m_matches);
    column->addWidget(m_warning);
    m_warning->hide();
    m_curve = new Sparkline(part);
    m_curve->setAccessibleName(tr("The curve"));
    column->addWidget(m_curve, 1);
    for (auto [title, line] : {std::pair(&m_firstTitle, &m_first), std::pair(&m_lastTitle, &m_last)}) {
        *title = fieldLabel({}, nullptr, part);
        *line = new NumberLine(NumberLine::Use::ShowOnly, part);
        (*line)->setMinimumHeight(42);
        column->addWidget(*title);
        column->addWidget(*line);
    }
    return part;
}

QWidget *PatternDialog::makeAdvanced()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_advanced = new QToolButton(part);
    m_advanced->setText(tr("Advanced"));
    m_advanced->setCheckable(true);
    m_advanced->setAutoRaise(true);
    m_advanced->setArrowType(Qt::RightArrow);
    m_advanced->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_advancedPart = new QWidget(part);
    auto *inner = new QVBoxLayout(m_advancedPart);
    inner->setContentsMargins(20, 0, 0, 0);
    m_byHand =
        new QCheckBox(tr("Write the regular expression (PCRE2) by hand; its groups are the numbers"), m_advancedPart);
    m_expression = new QPlainTextEdit(m_advancedPart);
    m_expression->setFont(Theme::mono());
    m_expression->setFixedHeight(70);
    m_expression->setReadOnly(true);
    m_expression->setTabChangesFocus(true);
    m_expression->setAccessibleName(tr("Regular expression"));
    inner->addWidget(m_byHand);
    inner->addWidget(m_expression);
    m_advancedPart->hide();
    column->addWidget(m_advanced, 0, Qt::AlignLeft);
    column->addWidget(m_advancedPart);
    connect(m_advanced, &QToolButton::toggled, this, [this](bool open) {
        m_advancedPart->setVisible(open);
        m_advanced->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        grow();
    });
    connect(m_byHand, &QCheckBox::toggled, this, [this](bool on) {
        m_expression->setReadOnly(!on);
        if (!m_isShowing)
            changed();
    });
    connect(m_expression, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing && m_byHand->isChecked())
            changed();
    });
    return part;
}

QWidget *PatternDialog::makeButtons()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    auto *cancel = new QPushButton(tr("Cancel"), part);
    m_save = new QPushButton(tr("Save"), part);
    m_save->setDefault(true);
    m_save->setMinimumWidth(120);
    cancel->setAutoDefault(false);
    QLabel *note = plainLabel(tr("Logs that are followed are read anew with it, from their first line."), part);
    note->setFont(Theme::secondary());
    row->addWidget(note, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit saved(pattern());
        accept();
    });
    return part;
}

void PatternDialog::grow()
{
    layout()->activate();
    const int needed = std::max(sizeHint().height(), layout()->totalHeightForWidth(width()));
    if (height() < needed)
        resize(width(), needed);
}

void PatternDialog::colour()
{
    const Theme &theme = themeOf(palette());
    paint(m_warning, QPalette::WindowText, theme.attention);
    for (QLabel *label : {m_firstTitle, m_lastTitle})
        paint(label, QPalette::WindowText, theme.soft);
}

void PatternDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace paceline
