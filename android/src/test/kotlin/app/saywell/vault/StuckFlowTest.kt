package app.saywell.vault

import android.view.View
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.settle
import app.saywell.reminder.PlanFile
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.File
import java.time.Clock
import java.time.Duration
import java.util.concurrent.CountDownLatch

/** A vault that cannot be opened: the right one of the cases is told, lessons go on, and nothing is deleted by itself. */
@RunWith(RobolectricTestRunner::class)
class StuckFlowTest {
    private val folder get() = phone.noBackupFilesDir.resolve("vault")
    private val database get() = folder.resolve("vault.db")

    private fun aNote() = core { journal().writeNote("11111111-1111-4111-8111-111111111111", "kept", moment) }

    private fun closed(harm: () -> Unit): Hand {
        aNote()
        phone.forget()
        harm()
        return Hand(HomeRoute)
    }

    @Test fun anotherKeyIsSaidAndLessonsGoOn() {
        val before = File(folder.parentFile, "vault").walk().filter { it.isFile }.associate { it.name to it.readBytes().toList() }
        val hand = closed { phone.secret.bytes = ByteArray(32) { 9 } }
        assertEquals(listOf(StuckRoute), hand.routes)
        assertEquals(phone.getString(R.string.stuck_key_lost), hand.says(R.id.title))
        hand.tap(R.id.go_without)
        assertEquals(listOf(HomeRoute), hand.routes)
        assertTrue(hand.sees(phone.getString(R.string.nothing_kept)))
        hand.tap("Learn")
        assertEquals(ChaptersRoute, hand.routes.last())
        assertTrue(before.isEmpty() || database.exists())
        // The key is there again: one touch, and the note too.
        phone.secret.bytes = ByteArray(32) { 7 }
        hand.tap(R.id.nothing_kept)
        assertFalse(hand.sees(phone.getString(R.string.nothing_kept)))
        assertEquals("kept", core { journal().notes(null, 5u) }.single().text)
    }

    /** Anybody can go on without what is kept: not to the page of whoever was there before, and nobody finds theirs. */
    @Test fun whoGoesOnWithoutItFindsNoPage() {
        val hand = Hand(HomeRoute, ChaptersRoute)
        phone.secret.bytes = ByteArray(32) { 9 }
        hand.die()
        assertEquals(listOf(StuckRoute), hand.routes)
        hand.tap(R.id.go_without)
        assertEquals(listOf(HomeRoute), hand.routes)
        hand.tap("Learn")
        hand.turn()
        assertEquals(listOf(HomeRoute, ChaptersRoute), hand.routes)
        phone.secret.bytes = ByteArray(32) { 7 }
        hand.die()
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    /** A missing secret beside a vault is a lost key, and no fresh one is made over it. */
    @Test fun aMissingKeyIsNotMadeAgain() {
        val hand = closed { phone.secret.bytes = null }
        assertEquals(phone.getString(R.string.stuck_key_lost), hand.says(R.id.title))
        assertEquals(null, phone.secret.bytes)
        hand.tap(R.id.act)
        hand.tap(R.id.delete)
        assertEquals(listOf(HomeRoute), hand.routes)
        assertEquals(0, core { journal().notes(null, 5u) }.size)
        val aside = phone.noBackupFilesDir.resolve("aside")
        assertTrue(aside.resolve("vault.db").exists())
        phone.vault.tidy(phone.clock.instant().plusSeconds(6 * 86_400))
        settle()
        assertTrue(aside.exists())
        phone.vault.tidy(phone.clock.instant().plusSeconds(8 * 86_400))
        settle()
        assertFalse(aside.exists())
    }

    @Test fun aDamagedFileIsRepairedFromTheCopyOfTheDay() {
        core { vault().use { it.dailyCheck(moment) } }
        val hand = closed { damage() }.steady("a repair is told once")
        assertEquals(phone.getString(R.string.stuck_damaged), hand.says(R.id.title))
        hand.tap(R.id.act)
        assertEquals(phone.getString(R.string.repaired), hand.says(R.id.title))
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute), hand.routes)
        core { journal().notes(null, 5u) }
    }

    /** Where no page has read it yet: the check of the next day finds it. */
    @Test fun damageThatNobodyHasSeenYetIsFoundByTheDailyCheck() {
        core { vault().use { it.dailyCheck(moment) } }
        phone.now = Clock.offset(phone.now, Duration.ofDays(1))
        val hand = closed { for (page in 8 until 40) damage(page * 4096 + 500) }
        hand.rest()
        assertEquals(listOf(StuckRoute), hand.routes)
        assertEquals(phone.getString(R.string.stuck_damaged), hand.says(R.id.title))
    }

    @Test fun aRepairAsksForThePin() {
        setPin("271828")
        core { vault().use { it.dailyCheck(moment) } }
        val hand = closed { damage() }
        hand.type("271828")
        assertEquals(phone.getString(R.string.stuck_damaged), hand.says(R.id.title))
        hand.tap(R.id.act)
        hand.type("111111")
        assertEquals(phone.getString(R.string.did_not_fit), hand.says(R.id.title))
        hand.tap(R.id.act)
        hand.type("271828")
        assertEquals(phone.getString(R.string.repaired), hand.says(R.id.title))
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute), hand.routes)
        hand.leaveAndReturn()
        assertEquals(listOf(LockRoute), hand.routes)
    }

    /** Who goes away while it is repaired has not come in. */
    @Test fun leftWhileItIsRepairedItIsLocked() {
        setPin("271828")
        core { vault().use { it.dailyCheck(moment) } }
        val hand = closed { damage() }
        hand.type("271828")
        hand.tap(R.id.act)
        val gate = CountDownLatch(1).also { phone.secret.gate = it }
        hand.press("271828")
        assertEquals(RepairRoute, hand.routes.last())
        repeat(2) { hand.activity.goBack() }
        hand.close()
        gate.countDown()
        settle()
        assertFalse(phone.vault.door.isPassed)
    }

    /** A second touch, before the first is answered, begins nothing anew a second time. */
    @Test fun begunAnewTwiceWhatCannotBeReadStillLiesAside() {
        val hand = closed { phone.secret.bytes = null }
        hand.tap(R.id.act)
        val delete = hand.page.findViewById<View>(R.id.delete)
        repeat(2) { delete.performClick() }
        hand.rest()
        assertEquals(listOf(HomeRoute), hand.routes)
        assertTrue(phone.noBackupFilesDir.resolve("aside/vault.db").exists())
    }

    @Test fun whereNothingIsLeftItAsksBeforeItBeginsAnew() {
        val hand = closed { database.writeBytes(ByteArray(8192) { 1 }); folder.listFiles()!!.filter { "copy" in it.name || "wal" in it.name }.forEach { it.delete() } }.steady("a repair is told once")
        hand.tap(R.id.act)
        assertEquals(phone.getString(R.string.repair_nothing), hand.says(R.id.title))
        hand.tap(R.id.act)
        assertEquals(phone.getString(R.string.repaired), hand.says(R.id.title))
        hand.tap(R.id.act)
        assertEquals(0, core { journal().notes(null, 5u) }.size)
    }

    /** Going on without the vault leaves the reminders that were planned as they are. */
    @Test fun remindersStayWhenNothingIsKept() {
        val plan = app.saywell.reminder.Plan(listOf(org.saywell.engine.PlannedReminder("r", java.time.LocalDateTime.parse("2026-12-01T10:00"), "Time to practise")), emptyList())
        val hand = closed { phone.secret.bytes = ByteArray(32) { 9 }; PlanFile(phone).write(plan) }
        hand.tap(R.id.go_without)
        hand.leaveAndReturn()
        assertEquals(1, PlanFile(phone).read().entries.size)
    }

    private fun damage(from: Int = 100) = database.writeBytes(database.readBytes().also { bytes -> for (i in from until from + 100) bytes[i] = 0 })
}
