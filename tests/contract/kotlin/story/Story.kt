package org.saywell.contract

import java.nio.file.Path
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.saywell.engine.Begin
import org.saywell.engine.CardKind
import org.saywell.engine.InternalException
import org.saywell.engine.LessonStep
import org.saywell.engine.PackRefusal
import org.saywell.engine.PackRow
import org.saywell.engine.QuizOutcome
import org.saywell.engine.QuizStep
import org.saywell.engine.RelaxationForm
import org.saywell.engine.RelaxationOutcome
import org.saywell.engine.ReminderRule
import org.saywell.engine.Saywell
import org.saywell.engine.SaywellException
import org.saywell.engine.Side
import org.saywell.engine.Start
import org.saywell.engine.Unlock
import org.saywell.engine.Wording
import org.saywell.engine.languageFor
import org.saywell.engine.languages

private const val UNIT = "lesson/talk-early"
private const val QUIZ = "quiz/talk-it-through"

private val PIN = "2580".toByteArray()

/** What opens a vault; 5 is what the platform keeps. */
internal fun unlock(bytes: Int = 32, of: Byte = 5, pin: ByteArray? = null, uptime: ULong = 60_000uL) =
    Unlock(ByteArray(bytes) { of }, pin, uptime)

/** The contract, chapter by chapter as `tests/contract/rust/story.rs` tells it. Change one, and change the others. */
class Story {
    /** A phone that was never used. */
    @TempDir lateinit var phone: Path

    private val evening = OffsetDateTime.parse("2026-11-23T20:00:00+01:00")

    private fun open(unlock: Unlock = unlock()) = Saywell.open(phone.toString(), unlock, listOf("en-GB"))

    @Test
    fun `it opens with its secret only`() {
        open().use { assertEquals(0u.toUShort(), it.progress().home(evening).unitsDone) }
        assertThrows<SaywellException.KeyLost> { open(unlock(of = 8)) }
        val invalid = assertThrows<SaywellException.Invalid> { open(unlock(bytes = 31)) }
        assertEquals("secret" to "is 32 bytes", invalid.field to invalid.reason)
        open().close()
    }

    @Test
    fun `a wrong PIN opens nothing`() {
        open().use { it.vault().setPin(unlock(), PIN, 250u) }
        fun wait(pin: ByteArray?) = assertThrows<SaywellException.WrongPin> { open(unlock(pin = pin)) }.waitSeconds
        assertEquals(0u, wait(null))
        repeat(4) { assertEquals(0u, wait("0852".toByteArray())) }
        assertEquals(30u, wait("0852".toByteArray()))
        open(unlock(pin = PIN, uptime = 90_000uL)).use { it.vault().lock() }
    }

    @Test
    fun `a unit is finished`() = open().use { saywell ->
        assertEquals(UNIT, read(saywell))
        val row = saywell.lesson().outline().chapters.flatMap { it.units }.single { it.id == UNIT }
        assertTrue(row.done)
        assertEquals(row.of, row.seen)
        assertEquals(1u.toUShort(), saywell.progress().home(evening).unitsDone)
    }

    /** Reads the unit to its end, answering every gate with no and every check rightly; says where it ended. */
    private fun read(saywell: Saywell): String {
        val lesson = saywell.lesson()
        var step = lesson.openUnit(UNIT, evening)
        while (true) {
            val card = when (step) {
                is LessonStep.Card -> step.card.card
                is LessonStep.End -> return step.end.unit
                is LessonStep.Help -> error("was sent to ${step.card}")
            }
            step = when (val kind = card.kind) {
                is CardKind.Gate -> {
                    val on = kind.doors.first { it.to == null }
                    lesson.answerGate(UNIT, card.id, on.id, evening)
                }
                is CardKind.Check -> {
                    val right = kind.options.first { it.right }
                    lesson.answerCheck(UNIT, card.id, right.id, evening)
                    lesson.nextCard(UNIT, card.id, evening)
                }
                else -> lesson.nextCard(UNIT, card.id, evening)
            }
        }
    }

    @Test
    fun `a quiz is answered`() = open().use { saywell ->
        val quiz = saywell.quiz()
        var step = quiz.openQuiz(QUIZ, "attempt-1", 11u, evening)
        var answered = 0
        var right = 0
        while (step is QuizStep.Question) {
            val question = step.question
            val feedback = quiz.answerItem("attempt-1", question.item, listOf(question.options[0].id), evening)
            assertTrue(feedback.options.any { it.right && it.why.isNotEmpty() })
            answered += 1
            if (feedback.right) right += 1
            step = quiz.quizStep("attempt-1")
        }
        val result = (step as QuizStep.Finished).result
        assertEquals(answered to right, result.attempt.of.toInt() to result.attempt.right.toInt())
        assertEquals(QuizOutcome.FINISHED, result.attempt.outcome)
        assertEquals(answered - right, result.anotherLook.size)
        assertEquals(listOf(result.attempt), quiz.quizHistory(QUIZ, 5u))
    }

    @Test
    fun `a quiz goes on in another language`() {
        assertEquals(listOf("English", "Español"), languages().map { it.name })
        val wanted = listOf("fr-CA", "es-MX")
        assertEquals("es", languageFor(wanted).tag)
        open().use { saywell ->
            val quiz = saywell.quiz()
            val asked = quiz.openQuiz(QUIZ, "attempt-1", 11u, evening) as QuizStep.Question
            val english = saywell.help().glossary()
            assertEquals("en", saywell.language().spoken().tag)
            assertEquals("es", saywell.language().speak(wanted).tag)
            assertEquals("Español", saywell.language().spoken().name)
            assertNotEquals(english, saywell.help().glossary())
            assertEquals(asked.question.item, (quiz.quizStep("attempt-1") as QuizStep.Question).question.item)
            assertEquals("en", saywell.language().speak(emptyList()).tag)
            assertEquals(asked, quiz.quizStep("attempt-1"))
            assertEquals(english, saywell.help().glossary())
        }
    }

    @Test
    fun `three lines are rehearsed and one is taken back`() = open().use { saywell ->
        val scenario = saywell.scenario()
        val intro = scenario.scenario(scenario.scenarios()[0].id, evening)
        val begin = Begin(
            id = "run-1",
            scenario = intro.id,
            side = Side.A,
            setup = intro.setup?.let { it.options[0].id },
            gate = intro.gate?.let { gate -> gate.doors.first { it.to == null }.id },
        )
        var talk = scenario.beginTalk(begin, 3u, evening)
        repeat(3) {
            talk = scenario.say("run-1", talk.said.size.toUShort(), talk.choices[0].id, evening)
        }
        assertEquals(3, talk.said.count { it.own })
        assertNull(talk.ending)

        // To the third line, and another in its place.
        val third = talk.said.indexOfLast { it.own }
        val back = scenario.rewind("run-1", third.toUShort(), evening)
        assertEquals(talk.said.take(third), back.said)
        assertTrue(back.choices.any { it.heard })
        val other = back.choices.first { !it.heard }
        talk = scenario.say("run-1", third.toUShort(), other.id, evening)
        assertEquals(other.id, talk.said[third].id)
        assertEquals(2, scenario.tries("run-1").size)

        // The screen that still shows the old line is told.
        val late = assertThrows<SaywellException.OutOfDate> { scenario.say("run-1", 0u, other.id, evening) }
        assertEquals("talk", late.kind)
    }

    private fun start(before: UByte?) =
        Start("session-1", "relaxation/slow-breath", RelaxationForm.FULL, before)

    @Test
    fun `ten minutes are relaxed`() = open().use { saywell ->
        val relaxation = saywell.relaxation()
        val playing = relaxation.startRelaxation(start(before = 7u), evening)
        assertEquals(600_000, playing.timeline.lengthMs)
        assertTrue(playing.timeline.cues.size > 10)
        assertEquals(240_000, relaxation.reportRelaxation("session-1", 240_000).elapsedMs)
        val session = relaxation.finishRelaxation("session-1", 600_000, 3u).session
        assertEquals(RelaxationOutcome.FINISHED, session.outcome)
        assertEquals(7u.toUByte() to 3u.toUByte(), session.before to session.after)
        assertEquals(listOf(session), relaxation.relaxationLog(10u))
        val tense = assertThrows<SaywellException.Invalid> { relaxation.startRelaxation(start(before = 11u), evening) }
        assertEquals("tension" to "is 0 to 10", tense.field to tense.reason)
    }

    @Test
    fun `a reminder is planned`() = open().use { saywell ->
        val reminder = saywell.reminder()
        val rule = ReminderRule(
            id = "reminder-1",
            weekdays = DayOfWeek.entries.toSet(),
            time = LocalTime.of(20, 30),
            on = true,
            wording = Wording.Own("Tea first"),
        )
        assertEquals(rule, reminder.saveReminder(rule, evening).rules[0].rule)
        val plan = reminder.planReminders(evening, 3u, 10u)
        val days = listOf(23, 24, 25).map { LocalDateTime.of(2026, 11, it, 20, 30) }
        assertEquals(days, plan.entries.map { it.at })
        assertEquals("Tea first", plan.entries[0].text)
    }

    @Test
    fun `a note is written`() = open().use { saywell ->
        val journal = saywell.journal()
        val note = journal.writeNote("note-1", "  Demander à Ψ: 💬 dimanche?  ", evening)
        assertEquals("Demander à Ψ: 💬 dimanche?", note.text)
        assertNull(note.card)
        assertEquals(evening, note.written)
        assertEquals(listOf(note), journal.notes(null, 10u))
        val empty = assertThrows<SaywellException.Invalid> { journal.writeNote("note-2", " ", evening) }
        assertEquals("text", empty.field)
    }

    @Test
    fun `a wrong id is told by its kind`() = open().use { saywell ->
        val unit = assertThrows<SaywellException.NotFound> { saywell.lesson().openUnit("lesson/none", evening) }
        assertEquals("unit", unit.kind)
        val note = assertThrows<SaywellException.NotFound> { saywell.journal().deleteNote("none") }
        assertEquals("note", note.kind)
    }

    @Test
    fun `a pack of a stranger is refused`() = open().use { saywell ->
        val pack = saywell.pack()
        val file = phone.resolve("a.calm").toFile()
        file.writeText("A letter.")
        val letter = assertThrows<SaywellException.PackRefused> { pack.previewPackIn(file.path) }
        assertEquals(PackRefusal.NotAPack, letter.why)
        file.writeBytes("SAYWPACK".toByteArray() + ByteArray(200))
        val stranger = assertThrows<SaywellException.PackRefused> { pack.installPackFrom(file.path) }
        assertEquals(PackRefusal.UnknownSigner, stranger.why)
        assertEquals(emptyList<PackRow>(), pack.packs())
        val none = assertThrows<SaywellException.NotFound> { pack.removePack("pack/none") }
        assertEquals("pack", none.kind)
    }

    @Test
    fun `a date and nothing cross`() = open().use { saywell ->
        val fresh = saywell.progress().home(evening)
        assertNull(fresh.lastPractised)
        assertNull(fresh.relaxation)
        assertNull(fresh.openTalk)
        val monday = LocalDate.of(2026, 11, 23)
        assertEquals(monday, fresh.today)

        val relaxation = saywell.relaxation()
        relaxation.startRelaxation(start(before = null), evening)
        assertNull(relaxation.finishRelaxation("session-1", 600_000, null).session.before)

        // At two in the morning it is still the day before.
        val home = saywell.progress().home(OffsetDateTime.parse("2026-11-24T02:00:00+01:00"))
        assertEquals(monday to monday, home.lastPractised to home.today)
        val day = relaxation.practiceDays(monday, monday).single()
        assertEquals(600_000L to 1u, day.practisedMs to day.sessions)
    }

    @Test
    fun `a panic is an error and the app goes on`() = open().use { saywell ->
        saywell.journal().writeNote("note-1", "Before.", evening)
        assertThrows<InternalException> { saywell.provokePanic() }
        saywell.journal().writeNote("note-2", "After.", evening)
        assertEquals(2, saywell.journal().notes(null, 10u).size)
    }

    @Test
    fun `all of it is there after reopening`() {
        val written = open().use { saywell ->
            read(saywell)
            saywell.journal().use { it.writeNote("note-1", "Ask about Sunday.", evening) }
        }
        open().use { saywell ->
            assertEquals(1u.toUShort(), saywell.progress().home(evening).unitsDone)
            assertEquals(listOf(written), saywell.journal().notes(null, 10u))
        }
    }
}
