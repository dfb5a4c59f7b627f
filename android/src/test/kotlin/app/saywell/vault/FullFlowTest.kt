package app.saywell.vault

import android.app.AlarmManager
import android.app.NotificationManager
import app.saywell.Hand
import app.saywell.R
import app.saywell.Route
import app.saywell.core
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.journal.NotesRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.reminder.PlanFile
import app.saywell.reminder.ReminderReceiver
import app.saywell.reminder.some
import app.saywell.settings.SettingsRoute
import app.saywell.settings.WelcomeRoute
import app.saywell.ui.clock
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.SaywellException
import java.io.File
import java.io.IOException
import java.io.RandomAccessFile
import java.time.Clock
import java.time.Instant
import java.time.LocalTime
import java.util.concurrent.TimeUnit

/** On a phone without a free byte: a real disk that is full, so it takes a person who may mount one. */
@RunWith(RobolectricTestRunner::class)
class FullFlowTest {
    /** Where the vault lies, and where the plan of the reminders does. */
    private val disks get() = listOf(phone.noBackupFilesDir, phone.createDeviceProtectedStorageContext().noBackupFilesDir)
    private val filling get() = disks.map { File(it, "photos") }

    @Before fun aSmallDisk() {
        phone.begin()
        for (disk in disks) run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.path)
        write(1, "from before")
        hand().close()
        phone.forget() // the next opening makes a copy of the vault, as on the next day
        core { vault().use { it.dailyCheck(moment) } }
    }

    @After fun noDisk() {
        phone.forget()
        for (disk in disks) run("umount", "--lazy", disk.path)
    }

    private fun run(vararg command: String) = assertEquals("only root may mount a disk", 0, ProcessBuilder(*command).inheritIO().start().waitFor())

    private fun hand(at: Route = NotesRoute) = Hand(HomeRoute, at).steady("on a disk without a free byte a vault may not open")

    /** A new note, until it is sent. */
    private fun Hand.typed(words: String) {
        write(R.id.note, words)
        ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS)
        rest()
    }

    /** At a note for which there is no room. */
    private fun refused(): Hand {
        fill()
        return hand().apply {
            tap(R.id.new_note)
            typed(many)
        }
    }

    private fun fill() = filling.forEach { photos ->
        try {
            photos.outputStream().use { while (true) it.write(ByteArray(512)) }
        } catch (_: IOException) {
            assertEquals(0, photos.parentFile!!.usableSpace)
        }
    }

    private fun makeRoom() = filling.forEach { it.delete() }

    private fun write(i: Int, words: String) = core { journal().writeNote("00000000-0000-4000-8000-${"%012d".format(i)}", words, moment) }

    private val notes get() = core { journal().notes(null, 20u) }.map { it.text }.sorted()

    private val many = "what I want to say ".repeat(400).trim()

    /** Also where the page was left before core could say it. */
    @Test fun whatIsNotSavedIsSaidAndCanBeSavedYet() {
        fill()
        val hand = hand()
        hand.tap(R.id.new_note)
        hand.write(R.id.note, many)
        hand.back()
        assertEquals(NotesRoute, hand.routes.last())
        assertTrue("it is told", hand.sees(phone.getString(R.string.problem_full)))
        assertEquals(listOf("from before"), notes)
        hand.tap(phone.getString(R.string.try_again))
        assertTrue("it is told again", hand.sees(phone.getString(R.string.problem_full)))
        makeRoom()
        hand.tap(phone.getString(R.string.try_again))
        assertEquals(listOf("from before", many), notes)
    }

    @Test fun whatIsNotSavedStaysOnThePage() {
        val hand = refused()
        assertTrue("it is told", hand.sees(phone.getString(R.string.problem_full)))
        hand.turn()
        assertEquals(many, hand.says(R.id.note))
        makeRoom()
        hand.back()
        assertEquals(listOf("from before", many), notes)
    }

    /** What was refused is old by then: sent once more, it would undo what was written since. */
    @Test fun whatIsSavedLaterTakesTheCardAway() {
        val hand = refused()
        assertTrue(hand.sees(phone.getString(R.string.problem_full)))
        makeRoom()
        hand.typed("$many and more")
        assertFalse(hand.sees(phone.getString(R.string.problem_full)))
        assertEquals(listOf("from before", "$many and more"), notes)
    }

    /** The page of the quick exit says nothing of a note. */
    @Test fun aQuickExitTellsNothing() {
        fill()
        val hand = hand()
        hand.tap(R.id.new_note)
        hand.write(R.id.note, many)
        hand.tap(R.id.exit)
        assertEquals(QuietRoute, hand.routes.last())
        assertFalse(hand.sees(phone.getString(R.string.problem_full)))
    }

    @Test fun whatWasSavedIsThereAfterwards() {
        fill()
        filling.first().let { RandomAccessFile(it, "rw").use { photos -> photos.setLength(it.length() - 200_000) } }
        var saved = 0
        try {
            for (i in 2..200) { write(i, "note $i ".repeat(500)); saved++ }
        } catch (_: SaywellException.NoSpace) {
            println("full: $saved notes were saved before there was no room")
        }
        assertTrue(saved in 1..198)
        phone.forget()
        assertEquals(1 + saved, core { journal().notes(null, 300u) }.size)
    }

    /** The plan that was laid stays, at an opening and when a reminder is due, and the next one comes all the same. */
    @Test fun remindersGoOn() {
        some()
        hand().close()
        val plan = PlanFile(phone).read().entries
        fill()
        assertEquals(listOf(HomeRoute, NotesRoute), hand().routes)
        assertEquals(plan, PlanFile(phone).read().entries)
        val alarms = shadowOf(phone.getSystemService(AlarmManager::class.java))
        val alarm = alarms.scheduledAlarms.single()
        phone.now = Clock.fixed(Instant.ofEpochMilli(alarm.triggerAtMs), phone.clock.zone)
        ReminderReceiver().onReceive(phone, shadowOf(alarm.operation).savedIntent)
        assertEquals(1, shadowOf(phone.getSystemService(NotificationManager::class.java)).size())
        assertEquals(Instant.parse("2026-11-25T18:30:00Z"), Instant.ofEpochMilli(alarms.scheduledAlarms.single().triggerAtMs))
        assertEquals(plan, PlanFile(phone).read().entries)
    }

    @Test fun settingsAndAWipeWork() {
        fill()
        val hand = hand(SettingsRoute)
        hand.tap(R.id.day_begins)
        hand.tap(LocalTime.of(6, 0).clock(phone))
        hand.tap(R.id.delete_everything)
        hand.tap(R.id.delete)
        // All is gone, and with its reserve the old vault left room for a new one.
        assertEquals(listOf(WelcomeRoute), hand.routes)
        assertEquals(emptyList<String>(), notes)
    }
}
