// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotpane.h"

#include "widgets/plots/canvas.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPainterPath>

namespace paceline {

static constexpr int kLeastTitle = 60; // less would show an ellipsis and little more

/// Lies over the drawing while there is none, or greys it while it is stale.
class PlotPane::Cover : public QWidget
{
public:
    explicit Cover(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    QString message;
    bool loading = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(palette());
        QPainter painter(this);
        QColor ground = theme.panel;
        if (message.isEmpty() && !loading) {
            ground.setAlphaF(0.55F);
            painter.fillRect(rect(), ground);
            return;
        }
        painter.fillRect(rect(), ground);
        if (loading)
            paintShape(painter, theme);
        painter.setFont(Theme::body());
        painter.setPen(theme.soft);
        painter.drawText(rect().adjusted(24, 8, -24, -8), int(Qt::AlignCenter) | Qt::TextWordWrap, message);
    }

private:
    void paintShape(QPainter &painter, const Theme &theme) const
    {
        const QRect room = rect().adjusted(Canvas::kLeft, Canvas::kTop, -Canvas::kRight, -Canvas::kBottom);
        painter.setPen(theme.grid);
        for (int i = 0; i <= 4; ++i) {
            const int y = room.top() + room.height() * i / 4;
            painter.drawLine(room.left(), y, room.right(), y);
        }
    }
};

PlotPane::PlotPane(QWidget *parent)
    : QWidget(parent)
    , m_canvas(new Canvas(this))
    , m_cover(new Cover(this))
{
    m_cover->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(180, 96);
    m_canvas->applyTheme(themeOf(palette()));
}

void PlotPane::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    setAccessibleName(title);
    update(0, 0, width(), kTitleHeight);
}

void PlotPane::setValue(const ValueText &value, Mood mood)
{
    if (value.number == m_value.number && value.unit == m_value.unit && mood == m_valueMood)
        return;
    m_value = value;
    m_valueMood = mood;
    placeChildren();
    update(0, 0, width(), kTitleHeight);
}

void PlotPane::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    update(0, 0, width(), kTitleHeight);
}

void PlotPane::setFlag(const QString &text, Mood mood)
{
    if (text == m_flag && mood == m_flagMood)
        return;
    m_flag = text;
    m_flagMood = mood;
    update(0, 0, width(), kTitleHeight);
}

void PlotPane::setDetails(std::vector<Detail> details)
{
    if (details == m_details)
        return;
    const bool isOtherHeight = details.size() != m_details.size();
    m_details = std::move(details);
    if (isOtherHeight)
        placeChildren();
    update(0, 0, width(), headHeight());
}

int PlotPane::headHeight() const
{
    return kTitleHeight + int(m_details.size()) * kDetailHeight;
}

void PlotPane::setMessage(const QString &message)
{
    if (message == m_message)
        return;
    m_message = message;
    updateCover();
}

void PlotPane::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    updateCover();
}

void PlotPane::setStale(const QString &age)
{
    if (age == m_stale)
        return;
    m_stale = age;
    updateCover();
    update(0, 0, width(), kTitleHeight);
}

void PlotPane::updateCover()
{
    m_cover->message = m_message;
    m_cover->loading = m_loading;
    m_cover->setVisible(m_loading || !m_message.isEmpty() || !m_stale.isEmpty());
    m_cover->raise();
    m_cover->update();
}

void PlotPane::addTitleWidget(QWidget *widget)
{
    widget->setParent(this);
    m_titleWidgets.append(widget);
    widget->show();
    placeChildren();
}

void PlotPane::placeChildren()
{
    const QRect body = rect().adjusted(1, headHeight(), -1, -8);
    m_canvas->setGeometry(body);
    m_cover->setGeometry(body);
    int right = width() - 12;
    if (!m_value.number.isEmpty()) {
        right -= QFontMetrics(Theme::value()).horizontalAdvance(m_value.number) + 16;
        right -= QFontMetrics(Theme::secondary()).horizontalAdvance(m_value.unit);
    }
    for (QWidget *widget : m_titleWidgets) {
        const QSize size = widget->sizeHint();
        widget->setGeometry(right - size.width(), (kTitleHeight - size.height()) / 2 + 1, size.width(), size.height());
        right -= size.width() + 8;
    }
}

void PlotPane::resizeEvent(QResizeEvent *)
{
    placeChildren();
}

void PlotPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme(themeOf(palette()));
    QWidget::changeEvent(event);
}

void PlotPane::applyTheme(const Theme &theme)
{
    m_canvas->applyTheme(theme);
    update();
}

void PlotPane::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kCorner, Theme::kCorner);
    paintTitle(painter, QRect(0, 0, width(), kTitleHeight), true);
    paintDetails(painter);
}

void PlotPane::paintDetails(QPainter &painter) const
{
    const Theme &theme = themeOf(palette());
    const QFont font = Theme::secondary();
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int baseline = kTitleHeight + 9;
    for (const Detail &detail : m_details) {
        int left = 12;
        if (detail.color.isValid()) {
            painter.setPen(
                QPen(detail.color, detail.dashed ? 1.2 : 2, detail.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(left, baseline - 4, left + 12, baseline - 4);
            left += 18;
        }
        const QString words = detail.name.isEmpty() ? detail.text : detail.name + QStringLiteral("  ") + detail.text;
        painter.setPen(theme.soft);
        painter.drawText(left, baseline, metrics.elidedText(words, Qt::ElideRight, width() - left - 11));
        baseline += kDetailHeight;
    }
}

void PlotPane::paintTitle(QPainter &painter, const QRect &row, bool withNote) const
{
    const Theme &theme = themeOf(palette());
    const int baseline = row.top() + 20;
    int left = row.left() + 12, right = row.right() - 11;
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    const auto put = [&](const QFont &font, const QColor &color, int x, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(x, baseline, text);
        return QFontMetrics(font).horizontalAdvance(text);
    };
    const auto putRight = [&](const QFont &font, const QColor &color, const QString &text) {
        right -= QFontMetrics(font).horizontalAdvance(text);
        put(font, color, right, text);
    };
    if (!m_value.unit.isEmpty())
        putRight(Theme::secondary(), theme.soft, QChar(0x2009) + m_value.unit);
    if (!m_value.number.isEmpty())
        putRight(Theme::value(),
                 !m_stale.isEmpty()          ? theme.faint
                 : m_valueMood == Mood::Well ? theme.ink
                                             : theme.mood(m_valueMood),
                 m_value.number);
    if (withNote) {
        for (const QWidget *widget : m_titleWidgets)
            right = std::min(right, widget->x());
    }
    right -= 10;
    if (right - left >= kLeastTitle) // a chosen segment says the same
        left += put(bold, theme.ink, left, QFontMetrics(bold).elidedText(m_title, Qt::ElideRight, right - left)) + 10;
    const auto rest = [&](const QColor &color, const QString &text) {
        if (text.isEmpty() || right - left < 24)
            return;
        const QFont font = Theme::secondary();
        left += put(font, color, left, QFontMetrics(font).elidedText(text, Qt::ElideRight, right - left)) + 10;
    };
    rest(theme.attention, m_stale);
    if (!m_flag.isEmpty())
        rest(theme.mood(m_flagMood), QString(Theme::symbol(m_flagMood)) + QChar(0xA0) + m_flag);
    if (withNote)
        rest(theme.soft, m_note);
}

void PlotPane::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit activated();
}

void PlotPane::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addMenuActions(menu);
    menu->addAction(tr("Copy image"), this, &PlotPane::copyImage);
    QMenu *exports = menu->addMenu(tr("Export"));
    exports->addAction(tr("PNG image…"), this, [this] { askForFile(Format::Png); });
    exports->addAction(tr("SVG drawing…"), this, [this] { askForFile(Format::Svg); });
    exports->addAction(tr("PDF drawing…"), this, [this] { askForFile(Format::Pdf); });
    exports->addAction(tr("CSV table of the visible range…"), this, [this] { askForFile(Format::Csv); });
    if (!m_commands.isEmpty()) {
        QMenu *commands = menu->addMenu(tr("Copy as command"));
        for (const CopyCommand &entry : std::as_const(m_commands)) {
            QAction *action = commands->addAction(entry.title);
            action->setToolTip(entry.command);
            connect(action, &QAction::triggered, this,
                    [text = entry.command] { QGuiApplication::clipboard()->setText(text); });
        }
    }
    menu->popup(event->globalPos());
}

void PlotPane::copyImage() const
{
    QImage image(size() * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    renderTo(&image);
    QGuiApplication::clipboard()->setImage(image);
}

void PlotPane::askForFile(Format format)
{
    static const char *const kSuffixes[] = {"png", "svg", "pdf", "csv"};
    const QString suffix = QLatin1String(kSuffixes[int(format)]);
    auto *dialog = new QFileDialog(this, tr("Export %1").arg(m_title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QString name = m_title.toLower();
    name.replace(QLatin1Char(' '), QLatin1Char('-')).remove(QLatin1Char('/'));
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) {
        QString error;
        if (save(path, format, &error))
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Not exported"),
                                    tr("%1 could not be written: %2").arg(path, error), QMessageBox::Ok, this);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

} // namespace paceline
