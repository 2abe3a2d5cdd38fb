// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/patterndialog.h"

#include "backends/core/text.h"
#include "widgets/dialogs/numberline.h"
#include "widgets/dialogs/patternroles.h"
#include "widgets/dialogs/sparkline.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace paceline {

namespace {

constexpr std::size_t kPiece = 1; // chunks of the log that are tried in one event

NumberLine::Chip chipOf(const PatternLine::Number &number, NumberRole role)
{
    const NumberLine::Look look = role == NumberRole::Metric ? NumberLine::Look::Curve
                                  : role == NumberRole::Any  ? NumberLine::Look::Free
                                  : role == NumberRole::Same ? NumberLine::Look::Fixed
                                                             : NumberLine::Look::Counter;
    return {number.start, number.length, look};
}

std::size_t commonParts(const std::vector<PatternPart> &a, const std::vector<PatternPart> &b)
{
    return std::size_t(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// What a number that a person chose is at first.
PatternNumber chosen(const PatternLine::Number &number)
{
    PatternNumber made = number.suggestion;
    if (number.isClock)
        made.role = NumberRole::Elapsed;
    else if (!isRead(made.role))
        made.role = NumberRole::Metric;
    made.canon.clear();
    if (made.name.isEmpty())
        made.name = PatternDialog::tr("value");
    return made;
}

} // namespace

PatternDialog::PatternDialog(const PatternBench &bench, std::shared_ptr<const LogText> log, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_log(std::move(log))
    , m_timer(this)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Make a curve of a number"));
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PatternDialog::tryOn);
    build();
}

PatternDialog::~PatternDialog() = default;

void PatternDialog::setLine(const QByteArray &line, qsizetype fromEnd)
{
    m_line = m_bench.look(line);
    m_roles.clear();
    int pointed = m_line.numbers.empty() ? -1 : 0;
    const qsizetype at = m_line.text.size() - fromEnd;
    for (std::size_t i = 0; i < m_line.numbers.size(); ++i) {
        const PatternLine::Number &number = m_line.numbers[i];
        const NumberRole guess = number.suggestion.role;
        const bool isCounter = isRead(guess) && guess != NumberRole::Metric && !number.isClock;
        m_roles.push_back(isCounter ? number.suggestion : PatternNumber{number.role, {}, {}, {}});
        if (fromEnd >= 0 && number.start <= at)
            pointed = int(i);
    }
    if (pointed >= 0 && fromEnd >= 0)
        m_roles[std::size_t(pointed)] = chosen(m_line.numbers[std::size_t(pointed)]);
    showLine();
    m_chips->setCurrent(pointed);
    showNumber();
    changed();
}

void PatternDialog::setPattern(const LogPattern &pattern)
{
    setWindowTitle(tr("Change a pattern"));
    m_isTitled = true;
    m_title->setText(pattern.name);
    m_line = m_bench.look(pattern.example.toUtf8());
    m_roles.clear();
    for (const PatternLine::Number &number : m_line.numbers)
        m_roles.push_back({number.role, {}, {}, {}});
    const auto trial = m_bench.tryOut(pattern, 1);
    trial->read(m_line.text.toUtf8() + '\n');
    const auto &spans = trial->outcome().first.spans;
    for (std::size_t i = 0; i < spans.size() && i < pattern.numbers.size(); ++i) {
        const auto from = std::lower_bound(m_line.numbers.begin(), m_line.numbers.end(), spans[i].first,
                                           [](const PatternLine::Number &n, int start) { return n.start < start; });
        const auto index = from - m_line.numbers.begin();
        if (from != m_line.numbers.end() && from->start == spans[i].first) {
            m_roles[std::size_t(index)] = pattern.numbers[i];
            continue;
        }
        m_line.numbers.insert(from, {spans[i].first, spans[i].second, false, pattern.numbers[i], NumberRole::Any});
        m_roles.insert(m_roles.begin() + index, pattern.numbers[i]);
    }
    const bool isLoose = !pattern.parts.empty() && pattern.parts.back().kind == PatternPart::Kind::Rest;
    // Which numbers have to be the same is told by the words that they became.
    for (PatternNumber &role : m_roles) {
        if (role.role != NumberRole::Any || pattern.parts.empty())
            continue;
        const std::size_t before = commonParts(m_bench.make(m_line, m_roles, isLoose).parts, pattern.parts);
        role.role = NumberRole::Same;
        if (commonParts(m_bench.make(m_line, m_roles, isLoose).parts, pattern.parts) <= before)
            role.role = NumberRole::Any;
    }
    m_pattern = pattern;
    m_isShowing = true;
    m_rest->setChecked(isLoose);
    m_byHand->setChecked(!pattern.expression.isEmpty());
    m_advanced->setChecked(!pattern.expression.isEmpty());
    m_expression->setPlainText(m_bench.expression(pattern));
    m_isShowing = false;
    showLine();
    const auto used = std::find_if(m_roles.begin(), m_roles.end(),
                                   [](const PatternNumber &n) { return n.role == NumberRole::Metric; });
    m_chips->setCurrent(used == m_roles.end() ? 0 : int(used - m_roles.begin()));
    showNumber();
    changed();
}

LogPattern PatternDialog::pattern() const
{
    LogPattern made = m_pattern;
    made.name = m_title->text().trimmed();
    return made;
}

void PatternDialog::showLine()
{
    std::vector<NumberLine::Chip> chips;
    for (std::size_t i = 0; i < m_line.numbers.size(); ++i)
        chips.push_back(chipOf(m_line.numbers[i], m_roles[i].role));
    m_chips->setLine(m_line.text, std::move(chips));
}

void PatternDialog::showNumber()
{
    const int current = m_chips->current();
    const bool isThere = current >= 0;
    const PatternNumber number = isThere ? m_roles[std::size_t(current)] : PatternNumber();
    const bool isClock = isThere && m_line.numbers[std::size_t(current)].isClock;
    m_isShowing = true;
    fillRoles(m_role, isClock);
    m_role->setEnabled(isThere);
    m_role->setCurrentIndex(m_role->findData(int(number.role)));
    m_name->setEnabled(number.role == NumberRole::Metric);
    m_unit->setEnabled(number.role == NumberRole::Metric);
    m_name->setEditText(number.name);
    m_unit->setText(number.unit);
    const QString text = isThere ? m_line.text.mid(m_line.numbers[std::size_t(current)].start,
                                                   m_line.numbers[std::size_t(current)].length)
                                 : QString();
    m_chips->setAccessibleName(tr("Numbers of the line: %1, %2").arg(displayText(text, 40), m_role->currentText()));
    m_isShowing = false;
}

void PatternDialog::toggle(int index)
{
    const auto at = std::size_t(index);
    PatternNumber &number = m_roles[at];
    number = isRead(number.role) ? PatternNumber{m_line.numbers[at].role, {}, {}, {}} : chosen(m_line.numbers[at]);
    m_chips->setLook(index, chipOf(m_line.numbers[at], number.role).look);
    showNumber();
    changed();
}

void PatternDialog::setRole(NumberRole role)
{
    const int index = m_chips->current();
    if (m_isShowing || index < 0)
        return;
    PatternNumber &number = m_roles[std::size_t(index)];
    const PatternNumber fresh = chosen(m_line.numbers[std::size_t(index)]);
    if (number.name.isEmpty() && isRead(role))
        number = {role, fresh.name, role == NumberRole::Metric ? fresh.unit : QString(), {}};
    number.role = role;
    m_chips->setLook(index, chipOf(m_line.numbers[std::size_t(index)], role).look);
    showNumber();
    changed();
}

void PatternDialog::rename()
{
    const int index = m_chips->current();
    if (m_isShowing || index < 0)
        return;
    PatternNumber &number = m_roles[std::size_t(index)];
    number.name = m_name->currentText().trimmed();
    number.unit = m_unit->text().trimmed();
    number.canon.clear(); // it follows from the name
    changed();
}

void PatternDialog::remake()
{
    const LogPattern made = m_bench.make(m_line, m_roles, m_rest->isChecked());
    const QString written = m_byHand->isChecked() ? m_expression->toPlainText().trimmed() : QString();
    const bool wasOn = m_pattern.isOn;
    // An expression of which the example has no number keeps those that it has.
    const std::vector<PatternNumber> before = m_pattern.numbers;
    m_pattern = made;
    m_pattern.isOn = wasOn;
    if (!written.isEmpty()) {
        m_pattern.expression = written;
        m_pattern.parts.clear();
        if (made.numbers.empty())
            m_pattern.numbers = before;
        return;
    }
    m_isShowing = true;
    m_expression->setPlainText(m_bench.expression(made));
    m_isShowing = false;
}

void PatternDialog::changed()
{
    remake();
    if (!m_isTitled) {
        const auto metric = std::find_if(m_pattern.numbers.begin(), m_pattern.numbers.end(),
                                         [](const PatternNumber &n) { return n.role == NumberRole::Metric; });
        m_title->setText(metric == m_pattern.numbers.end() ? QString() : metric->name);
    }
    m_timer.stop();
    m_try.reset();
    m_tried = 0;
    if (whyNot().isEmpty()) {
        const auto firstLine = m_log ? m_log->firstLine() : 1;
        m_try = m_bench.tryOut(m_pattern, firstLine);
        m_timer.start();
    }
    showOutcome();
}

QString PatternDialog::whyNot() const
{
    const auto isCurve = [](const PatternNumber &n) { return n.role == NumberRole::Metric; };
    if (std::none_of(m_pattern.numbers.begin(), m_pattern.numbers.end(), isCurve))
        return tr("Choose a number of the line: click it, or go to it with the arrow keys and press Space.");
    if (std::any_of(m_pattern.numbers.begin(), m_pattern.numbers.end(),
                    [&](const PatternNumber &n) { return isCurve(n) && n.name.isEmpty(); }))
        return tr("Give the curve a name.");
    if (const auto sound = m_bench.check(m_pattern); !sound)
        return tr("This expression cannot be used: %1").arg(displayText(sound.error().detail, 200));
    return {};
}

void PatternDialog::tryOn()
{
    const std::size_t count = m_log ? m_log->chunks().size() : 0;
    for (std::size_t i = 0; i < kPiece && m_tried < count; ++i)
        m_try->read(m_log->chunks()[m_tried++]->bytes);
    if (m_tried == count) {
        if (!m_log)
            m_try->read(m_line.text.toUtf8());
        m_try->finish();
        m_timer.stop();
    }
    showOutcome();
}

void PatternDialog::say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void PatternDialog::showOutcome()
{
    const PatternOutcome outcome = m_try ? m_try->outcome() : PatternOutcome();
    m_matches->setText(m_try ? matchesText(outcome) : whyNot());
    say(m_warning, m_try ? warningText(outcome) : QString());
    const auto show = [&](NumberLine *view, QLabel *title, const PatternOutcome::Match &match, const QString &words) {
        std::vector<NumberLine::Chip> chips;
        for (std::size_t i = 0; i < match.spans.size() && i < m_pattern.numbers.size(); ++i)
            chips.push_back(
                chipOf({match.spans[i].first, match.spans[i].second, false, {}, {}}, m_pattern.numbers[i].role));
        title->setText(match.line > 0 ? words.arg(match.line) : QString());
        constexpr int kLongest = 240; // of a line that is shown as an example
        view->setLine(match.text.left(kLongest), std::move(chips));
    };
    show(m_first, m_firstTitle, outcome.first, tr("First: line %1"));
    show(m_last, m_lastTitle, outcome.last, tr("Last: line %1"));
    // Of the number that is being described, if it is a curve, else of the first one.
    std::size_t shownNumber = m_pattern.numbers.size(), index = 0;
    for (std::size_t i = 0; i < m_roles.size(); ++i) {
        if (!isRead(m_roles[i].role))
            continue;
        const bool isCurve = m_roles[i].role == NumberRole::Metric;
        if (isCurve && (shownNumber == m_pattern.numbers.size() || int(i) == m_chips->current()))
            shownNumber = index;
        ++index;
    }
    m_curve->setValues(shownNumber < outcome.values.size() ? outcome.values[shownNumber] : std::vector<double>());
    m_save->setEnabled(m_try != nullptr && !m_title->text().trimmed().isEmpty());
    grow();
}

} // namespace paceline
