// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"
#include "backends/parsers/network/fabric.h"
#include "backends/parsers/network/pathdump.h"
#include "backends/parsers/network/ports.h"

#include <QRegularExpression>

namespace paceline {

namespace {

constexpr quint64 kBytesPerWord = 4;

std::optional<quint64> bytesOfWords(const std::optional<quint64> &words)
{
    return words && *words <= std::numeric_limits<quint64>::max() / kBytesPerWord
               ? std::optional(*words * kBytesPerWord)
               : std::nullopt;
}

/// A counter of 32 bits that stopped at its end tells nothing.
std::optional<quint64> notFull(const std::optional<quint64> &words)
{
    constexpr quint64 kFull = 0xFFFFFFFF;
    return words == kFull ? std::nullopt : words;
}

std::optional<quint64> firstOf(std::initializer_list<std::optional<quint64>> values)
{
    for (const auto &value : values) {
        if (value)
            return value;
    }
    return std::nullopt;
}

/// One attribute or counter of a port by the name of its file.
void setAttribute(PortCounters &port, const QByteArray &name, const QByteArray &value)
{
    if (name == "state")
        port.state = stateWord(value);
    else if (name == "rate")
        port.rateGbps = rateOf(value);
    else
        port.others.push_back(
            {QString::fromUtf8(name),
             isUnavailable(value)
                 ? std::nullopt
                 : std::optional(name.toLower().startsWith("phys") ? stateWord(value) : QString::fromUtf8(value))});
}

void readDump(const PathDump &dump, PortTable &ports)
{
    static const QRegularExpression kPort(QStringLiteral("([^/]+)/ports/(\\d+)/(?:(?:hw_)?counters(?:_ext)?/)?(.+)$"));
    static const QRegularExpression kDevice(QStringLiteral("infiniband/([^/]+)/(?:hw_counters/|device/)?([^/]+)$"));
    static const QRegularExpression kCounter(QStringLiteral("^(?:\\./)?(?:hw_)?counters(?:_ext)?/([^/]+)$"));
    std::vector<std::tuple<QString, QString, NamedValue>> ofDevices;
    for (const DumpedFile &file : dump.files) {
        const QString path = QString::fromUtf8(file.path), host = QString::fromUtf8(file.host);
        if (const auto port = kPort.match(path); port.hasMatch())
            setAttribute(ports.at(host, port.captured(1), port.captured(2).toLongLong()), port.captured(3).toUtf8(),
                         file.content);
        else if (const auto device = kDevice.match(path); device.hasMatch())
            ofDevices.emplace_back(host, device.captured(1), namedValue(device.captured(2).toUtf8(), {}, file.content));
        else if (const auto counter = kCounter.match(path); counter.hasMatch()) // inside of the port's folder
            setAttribute(ports.at(host, {}, std::nullopt), counter.captured(1).toUtf8(), file.content);
    }
    for (PortCounters &port : ports.ports()) {
        for (const auto &[host, device, value] : ofDevices) {
            if (host == port.host && device == port.device)
                port.others.push_back(value);
        }
    }
}

/// "mlx5_0|1|4: ACTIVE|5: LinkUp|100 Gb/sec (2X NDR)|Ethernet|0000:41:00.0|ens1f0np0"
bool readSummary(const QByteArray &line, PortTable &ports)
{
    static constexpr std::array kNames =
        std::to_array<const char *>({"state", "phys_state", "rate", "link_layer", "pci_address", "net_device"});
    const QList<QByteArray> cells = line.split('|');
    bool isNumber = false;
    const qint64 number = cells.value(1).trimmed().toLongLong(&isNumber);
    if (cells.size() < 5 || !isNumber)
        return false;
    PortCounters &port = ports.at({}, QString::fromUtf8(cells[0].trimmed()), number);
    for (qsizetype i = 2; i < cells.size(); ++i) {
        const QByteArray name = std::size_t(i - 2) < kNames.size() ? QByteArray(kNames[std::size_t(i - 2)])
                                                                   : "column_" + QByteArray::number(i + 1);
        setAttribute(port, name, cells[i].trimmed());
    }
    return true;
}

/// The lines of ibstat below "CA 'mlx5_0'" and "Port 1:", of ibv_devinfo below "hca_id: mlx5_0" and "port: 1", and of
/// ibstatus below "Infiniband device 'mlx5_0' port 1 status:".
class IbstatReader
{
public:
    bool read(const QByteArray &line, PortTable &ports)
    {
        static const QRegularExpression kCa(
            QStringLiteral("^(?:CA '|hca_id:\\s*|Infiniband device ')([^'\\s]+)'?(?: port (\\d+) status:)?"));
        static const QRegularExpression kPort(QStringLiteral("^\\s*(?:Port (\\d+):|port:\\s*(\\d+))\\s*$"));
        const QString text = QString::fromUtf8(line);
        if (const auto device = kCa.match(text); device.hasMatch()) {
            m_device = device.captured(1);
            m_port.reset();
            m_ofDevice.clear();
            if (device.hasCaptured(2))
                m_port = device.captured(2).toLongLong();
            return true;
        }
        if (m_device.isEmpty())
            return false;
        if (const auto port = kPort.match(text); port.hasMatch()) {
            m_port = (port.captured(1) + port.captured(2)).toLongLong();
            PortCounters &counters = ports.at({}, m_device, *m_port);
            counters.others.insert(counters.others.end(), m_ofDevice.begin(), m_ofDevice.end());
            return true;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            return false;
        const QByteArray name = line.first(colon).trimmed(), value = line.sliced(colon + 1).trimmed();
        if (!m_port)
            m_ofDevice.push_back(namedValue(name, {}, value));
        else
            setAttribute(ports.at({}, m_device, *m_port),
                         name == "State"  ? "state"
                         : name == "Rate" ? "rate"
                                          : name,
                         value);
        return true;
    }

private:
    QString m_device;
    std::optional<qint64> m_port;
    std::vector<NamedValue> m_ofDevice;
};

/// "PortXmitData:....................26509113295" of perfquery below "# Port counters: Lid 13 port 2 ...", which names
/// no device: each heading begins a port.
class PerfQueryReader
{
public:
    bool read(const QByteArray &line, PortTable &ports)
    {
        static const QRegularExpression kHeading(QStringLiteral("^# Port .*?(?:Lid (\\S+) )?port (\\d+)"));
        static const QRegularExpression kCounter(QStringLiteral("^(\\w+):\\.{2,}(\\S+)\\s*$"));
        const QString text = QString::fromUtf8(line);
        if (const auto heading = kHeading.match(text); heading.hasMatch()) {
            m_lid = heading.captured(1);
            m_port = heading.captured(2).toLongLong();
            m_isNew = true;
            return true;
        }
        const auto counter = kCounter.match(text);
        if (!counter.hasMatch())
            return line.startsWith("# Port ");
        if (m_isNew) {
            PortCounters port;
            port.port = m_port;
            if (!m_lid.isEmpty())
                port.others.push_back({QStringLiteral("lid"), m_lid});
            ports.ports().push_back(port);
            m_isNew = false;
        }
        PortCounters &port = m_port ? ports.ports().back() : ports.at({}, {}, std::nullopt);
        setAttribute(port, counter.captured(1).toUtf8(), counter.captured(2).toUtf8());
        return true;
    }

private:
    QString m_lid;
    std::optional<qint64> m_port;
    bool m_isNew = false;
};

/// "link rdmap0s6/1 tx_bytes 123 tx_pkts 456", of `rdma statistic show`.
bool readRdmaStatistic(const QByteArray &line, PortTable &ports)
{
    const std::vector<Word> words = wordsOf(line);
    const qsizetype slash = words.size() > 1 ? words[1].text.indexOf('/') : -1;
    if (slash <= 0 || words[0].text != "link")
        return false;
    PortCounters &port =
        ports.at({}, QString::fromUtf8(words[1].text.first(slash)), words[1].text.sliced(slash + 1).toLongLong());
    for (std::size_t i = 2; i + 1 < words.size(); i += 2)
        setAttribute(port, words[i].text, words[i + 1].text);
    return true;
}

/// "     tx_bytes: 123" below "NIC statistics:", and "tx_bytes:123" of `grep . *` inside of a folder of counters.
bool readEthtool(const QByteArray &line, PortTable &ports)
{
    static const QRegularExpression kCounter(QStringLiteral("^\\s*([\\w\\[\\]. -]+)[:=]\\s*(-?\\d+)\\s*$"));
    const auto counter = kCounter.match(QString::fromUtf8(line));
    if (!counter.hasMatch())
        return line.startsWith("NIC statistics");
    setAttribute(ports.at({}, {}, std::nullopt), counter.captured(1).trimmed().toUtf8(), counter.captured(2).toUtf8());
    return true;
}

void addBareRate(const QByteArray &line, PortTable &ports)
{
    PortCounters port;
    port.rateGbps = rateOf(line.trimmed());
    port.others.push_back({QStringLiteral("rate"), QString::fromUtf8(line.trimmed())});
    ports.ports().push_back(port);
}

Result<CounterReport> parsePorts(QByteArrayView text)
{
    PathDump dump = readPathDump(text);
    PortTable ports;
    readDump(dump, ports);
    CounterReport report;
    report.errors = dump.errors;
    IbstatReader ibstat;
    PerfQueryReader perfQuery;
    for (const QByteArray &line : dump.otherLines) {
        const bool known = readSummary(line, ports) || readRdmaStatistic(line, ports) || perfQuery.read(line, ports) ||
                           ibstat.read(line, ports) || readEthtool(line, ports);
        if (!known && rateOf(line.trimmed()))
            addBareRate(line, ports);
        else if (!known)
            report.errors += QString::fromUtf8(line.trimmed());
    }
    report.ports = std::move(ports.ports());
    for (PortCounters &port : report.ports) {
        port.sentBytes = firstOf({bytesOfWords(counterOf(port, "port_xmit_data_64")),
                                  bytesOfWords(notFull(counterOf(port, "port_xmit_data"))),
                                  bytesOfWords(notFull(counterOf(port, "PortXmitData"))), counterOf(port, "tx_bytes")});
        port.receivedBytes = firstOf(
            {bytesOfWords(counterOf(port, "port_rcv_data_64")), bytesOfWords(notFull(counterOf(port, "port_rcv_data"))),
             bytesOfWords(notFull(counterOf(port, "PortRcvData"))), counterOf(port, "rx_bytes")});
    }
    if (report.ports.empty() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace

Result<CounterReport> parseInfiniBand(QByteArrayView text)
{
    return parsePorts(text);
}

Result<CounterReport> parseEfa(QByteArrayView text)
{
    return parsePorts(text);
}

} // namespace paceline
