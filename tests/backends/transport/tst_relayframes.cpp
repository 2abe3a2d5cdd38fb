// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/relayframes.h"

#include <QRandomGenerator>
#include <QTest>

using namespace paceline;

/// Frames are found whole, however the bytes are cut and whatever stands between them.
class TestRelayFrames : public QObject
{
    Q_OBJECT
private slots:
    void everyCut_givesTheSameFrames();
    void noise_isKeptAsEvidence();
    void forgedToken_isNoFrame();
    void shorterBodyThanAnnounced_isTaken();
    void oddHeads_areMalformed();
    void endlessBody_isTooLarge();
    void randomBytes_crashNothing();
};

static const QByteArray kToken = "0123abc";

static std::vector<RelayFrame> framesOf(RelayFrames &frames, const QByteArray &bytes, qsizetype piece)
{
    std::vector<RelayFrame> found;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const Result<void> fed =
            frames.feed(bytes.mid(at, piece), [&](RelayFrame &&frame) { found.push_back(std::move(frame)); });
        if (!fed)
            return {};
    }
    return found;
}

static QByteArray sample()
{
    QByteArray binary(1000, '\0');
    binary += "\n@0123abd 3 .\n@0123abc\n@0123abc 4 .\n"; // nearly its own end
    return QByteArray("Welcome!\nno line end \xff\x00@0123", 28) + "@0123abc 0 R 1 42 /tmp/x\n" +
           "noise\n@0123abc 3 D 5\n" + binary +
           "\n@0123abc 3 .\n@0123abc 3 E 0\n@0123abc 7 O a line  with @0123ab in it\n@0123abc 7 D \n\n@0123abc 7 "
           ".\n@0123abc 0 G 1 \n0m0.1s\n\n@0123abc 0 .\n";
}

void TestRelayFrames::everyCut_givesTheSameFrames()
{
    const QByteArray bytes = sample();
    for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
        RelayFrames frames(kToken);
        const std::vector<RelayFrame> found = framesOf(frames, bytes, piece);
        QCOMPARE(found.size(), 6u);
        QCOMPARE(found[0].kind, 'R');
        QCOMPARE(found[0].text, QByteArray("1 42 /tmp/x"));
        QCOMPARE(found[1].slot, 3);
        QVERIFY(found[1].body.startsWith(QByteArray(1000, '\0')));
        QVERIFY(found[1].body.endsWith("@0123abc 4 .\n"));
        QCOMPARE(found[2].text, QByteArray("0"));
        QCOMPARE(found[3].text, QByteArray("a line  with @0123ab in it"));
        QCOMPARE(found[4].body, QByteArray());
        QCOMPARE(found[5].body, QByteArray("0m0.1s\n"));
    }
}

void TestRelayFrames::noise_isKeptAsEvidence()
{
    RelayFrames frames(kToken);
    framesOf(frames, "first words " + QByteArray(100000, 'x') + " last words" + QByteArray(20, '.'), 777);
    QVERIFY(frames.noise().startsWith("first words xxx"));
    QVERIFY(frames.noise().contains(" last words"));
    QVERIFY(frames.noise().size() <= 4096);
}

void TestRelayFrames::forgedToken_isNoFrame()
{
    RelayFrames frames(kToken);
    QCOMPARE(framesOf(frames, "@0123abd 1 E 0\n@ 1 E 0\n@0123ABC 1 E 0\n@0123abcd 1 E 0\n", 5).size(), 0u);
}

void TestRelayFrames::shorterBodyThanAnnounced_isTaken()
{
    RelayFrames frames(kToken);
    const auto found = framesOf(frames, "@0123abc 3 D 1000\nshort\n@0123abc 3 .\n@0123abc 3 E 0\n", 1000);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].body, QByteArray("short"));
}

void TestRelayFrames::oddHeads_areMalformed()
{
    for (const char *head : {"@0123abc x E 0\n", "@0123abc \n", "@0123abc 1\n", "@0123abc 1 \n"}) {
        RelayFrames frames(kToken);
        const Result<void> fed = frames.feed(head, [](RelayFrame &&) { QFAIL("a frame"); });
        QVERIFY2(!fed, head);
        QCOMPARE(fed.error().kind, ErrorKind::Malformed);
    }
}

void TestRelayFrames::endlessBody_isTooLarge()
{
    RelayFrames frames(kToken);
    Result<void> fed = frames.feed("@0123abc 1 D 5\n", [](RelayFrame &&) {});
    for (int i = 0; i < 8 && fed; ++i)
        fed = frames.feed(QByteArray(1 << 20, 'x'), [](RelayFrame &&) {});
    QVERIFY(!fed);
    QCOMPARE(fed.error().kind, ErrorKind::TooLarge);
}

void TestRelayFrames::randomBytes_crashNothing()
{
    QRandomGenerator random(1);
    const QByteArray words[] = {"@0123abc ",         "\n", " ", "1", "D", ".", "E", "\n@0123abc 1 .\n",
                                QByteArray(1, '\0'), "@"};
    for (int round = 0; round < 2000; ++round) {
        RelayFrames frames(kToken);
        for (int i = 0; i < 30; ++i) {
            if (!frames.feed(words[random.bounded(10)], [](RelayFrame &&) {}))
                break;
        }
    }
}

QTEST_GUILESS_MAIN(TestRelayFrames)
#include "tst_relayframes.moc"
