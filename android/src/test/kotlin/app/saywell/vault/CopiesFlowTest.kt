package app.saywell.vault

import android.content.Intent
import android.net.Uri
import android.text.InputType
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.reminder.PlanFile
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.saywell.engine.ReminderRule
import org.saywell.engine.Wording
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.security.MessageDigest
import java.time.Clock
import java.time.DayOfWeek
import java.time.Duration
import java.time.LocalTime
import java.util.concurrent.CountDownLatch
import kotlin.concurrent.thread

/** A locked copy goes out and comes back; whatever goes wrong on the way, what is kept stays as it was, and the right thing is said. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [Deletes::class])
class CopiesFlowTest {
    private val place = Place()

    private fun aNote(id: Int = 1, words: String = "kept") = core { journal().writeNote("$id$id$id$id$id$id$id$id-1111-4111-8111-111111111111", words, moment) }

    private fun notes() = core { journal().notes(null, 5u) }.map { it.text }.sorted()

    private fun aCopy(password: String = PASSWORD): ByteArray {
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save(password)
        hand.until(R.string.copy_checked)
        hand.close()
        return place.file.readBytes()
    }

    private fun bringing(): Hand = Hand(HomeRoute, BringBackRoute).also { it.pick(place.uri) }

    @Test fun aCopyGoesOutAndComesBackAndCanBeUndone() {
        aNote()
        val hand = Hand(HomeRoute, BackUpRoute)
        val asked = hand.pick(place.uri)
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.action)
        assertEquals("Copy 2026-11-23", asked.getStringExtra(Intent.EXTRA_TITLE))
        hand.save()
        hand.until(R.string.copy_saved)
        assertTrue(hand.sees(phone.getString(R.string.copy_checked)))
        assertEquals("1 note\nOf Nov 23, 2026", hand.says(R.id.in_copy_words))
        assertFalse(phone.vault.transit.exists() && hand.routes.last() != BackUpRoute)
        hand.turn()
        assertTrue(hand.sees(phone.getString(R.string.copy_saved)))
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute), hand.routes)
        assertFalse(phone.vault.transit.exists())
        assertTrue(place.file.length() > 10_000)

        aNote(2, "later")
        val back = bringing()
        back.lookInside("not its password")
        back.until(R.string.wrong_password)
        back.lookInside()
        back.until(R.string.bring_back_sure)
        assertEquals("1 note\nOf Nov 23, 2026", back.says(R.id.in_copy_words))
        assertEquals("2 notes\nOf Nov 23, 2026", back.says(R.id.here_words))
        back.tap(R.id.other)
        back.until(R.string.it_is_back)
        assertEquals(listOf("kept"), notes())
        back.turn()
        assertTrue(back.sees(phone.getString(R.string.brought_back)))
        back.tap(R.id.other)
        back.until(R.string.undone)
        assertEquals(listOf("kept", "later"), notes())
    }

    @Test fun keepingWhatIsHereComesFirstAndChangesNothing() {
        aNote()
        aCopy()
        aNote(2, "later")
        val hand = bringing()
        hand.lookInside()
        hand.until(R.string.bring_back_sure)
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute), hand.routes)
        assertEquals(listOf("kept", "later"), notes())
        assertFalse(phone.vault.transit.exists())
    }

    /** The next practice day there is nothing to undo. */
    @Test fun undoEndsWithTheDay() {
        aNote()
        aCopy()
        val hand = bringing()
        hand.lookInside()
        hand.until(R.string.bring_back_sure)
        hand.tap(R.id.other)
        hand.until(R.string.it_is_back)
        phone.now = Clock.offset(phone.now, Duration.ofDays(1))
        hand.leaveAndReturn()
        hand.tap(R.id.other)
        hand.until(R.string.undo_gone)
    }

    /** The system's page covers the app, which locks; the page waits behind the lock, and asks for the password there. */
    @Test fun withAPinTheLockComesBetween() {
        aNote()
        setPin("271828")
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("271828")
        assertEquals(listOf(HomeRoute, BackUpRoute), hand.routes)
        hand.save()
        hand.until(R.string.copy_saved)
        aNote(2, "later")
        hand.tap(R.id.act)
        val back = bringing()
        back.type("271828")
        back.lookInside()
        back.until(R.string.bring_back_sure)
        back.leaveAndReturn() // the password goes with the page
        back.type("271828")
        assertFalse(back.sees(phone.getString(R.string.bring_back_sure)))
        back.lookInside()
        back.until(R.string.bring_back_sure)
        back.tap(R.id.other)
        back.until(R.string.it_is_back)
        assertEquals(listOf("kept"), notes())
        assertTrue(phone.vault.hasPin)
    }

    @Test fun whatWasPickedSurvivesAndAPasswordDoesNot() {
        aNote()
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.write(R.id.password, PASSWORD)
        hand.turn()
        assertEquals("", hand.says(R.id.password))
        hand.write(R.id.password, PASSWORD)
        hand.die()
        assertEquals("", hand.says(R.id.password))
        hand.save()
        hand.until(R.string.copy_checked)
        val back = bringing()
        back.write(R.id.password, PASSWORD)
        back.turn()
        back.die()
        assertEquals("", back.says(R.id.password))
        back.lookInside()
        back.until(R.string.bring_back_sure)
        back.turn()
        back.lookInside()
        back.until(R.string.bring_back_sure)
    }

    /** A keyboard learns nothing, no other app fills it in, and it is hidden until the person shows it. */
    @Test fun aPasswordIsNobodysBusiness() {
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        val field = hand.page.findViewById<EditText>(R.id.password)
        assertEquals(InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_VARIATION_PASSWORD, field.inputType)
        assertTrue(field.imeOptions and EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING != 0)
        assertFalse(field.isSaveEnabled)
        hand.write(R.id.password, PASSWORD)
        assertFalse(PASSWORD in "${field.layout.text}")
        hand.tap(R.id.show)
        assertTrue(PASSWORD in "${field.layout.text}")
        hand.tap(R.id.show)
        assertFalse(PASSWORD in "${field.layout.text}")
    }

    @Test fun twoPasswordsHaveToBeTheSameAndLongEnough() {
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save(PASSWORD, "four green bird")
        assertTrue(hand.sees(phone.getString(R.string.passwords_differ)))
        hand.save("seven77")
        hand.until(R.string.password_short)
        assertEquals(0, place.file.length())
        hand.save()
        hand.until(R.string.copy_saved)
    }

    /** One keyboard sends a letter with its accent, another one the two after each other. */
    @Test fun keyboardsMayWriteTheSameLetterInTwoWays() {
        aNote()
        aCopy("cafe\u0301 cre\u0300me")
        val hand = bringing()
        hand.lookInside("caf\u00e9 cr\u00e8me")
        hand.until(R.string.bring_back_sure)
    }

    @Test fun aPasswordIsItsBytes() {
        val field = EditText(phone)
        for (words in listOf("four green birds", "пароль", "a\u0301", "\uD83D\uDD11 key", "")) {
            field.setText(words)
            assertArrayEquals(java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC).toByteArray(), field.password())
        }
    }

    @Test fun aPlaceWithNoRoomIsSaidAndNoPartStays() {
        var deleted = false
        place.takes { File("/dev/full").outputStream() }
        Place.deletes = { deleted = true; true }
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save()
        hand.until(R.string.copy_no_room)
        assertTrue(hand.sees(phone.getString(R.string.copy_no_part)))
        assertTrue(deleted)
        // Another place is a touch away.
        val other = Place()
        hand.pick(other.uri)
        hand.save()
        hand.until(R.string.copy_saved)
    }

    @Test fun aPlaceThatFailsAndDeletesNothingIsSaid() {
        place.takes { throw SecurityException() }
        Place.deletes = { throw UnsupportedOperationException() }
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save()
        hand.until(R.string.copy_not_there)
        assertTrue(hand.sees(phone.getString(R.string.copy_a_part)))
    }

    @Test fun aPlaceThatKeepsHalfIsFoundOut() {
        place.gives { place.file.readBytes().run { copyOf(size / 2) }.inputStream() }
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save()
        hand.until(R.string.copy_not_whole)
        assertFalse(place.file.exists())
    }

    /** Some places only take: then nobody knows, and nothing is deleted. */
    @Test fun aPlaceThatCannotBeReadIsSaid() {
        place.isGone()
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save()
        hand.until(R.string.copy_saved)
        assertTrue(hand.sees(phone.getString(R.string.copy_unchecked)))
        assertTrue(place.file.exists())
    }

    /** A pipe has no length, no place in it, and no disk. */
    @Test fun aPipeWillDo() {
        aNote()
        val bytes = aCopy()
        val fifo = File(place.file.path + "-pipe").also { assertEquals(0, ProcessBuilder("mkfifo", it.path).start().waitFor()) }
        val taken = ByteArrayOutputStream()
        place.takes { fifo.outputStream() }
        place.isGone()
        val reader = thread { fifo.inputStream().use { it.copyTo(taken) } }
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save()
        hand.until(R.string.copy_saved)
        reader.join()
        assertEquals(bytes.size, taken.size())
        hand.tap(R.id.act)

        thread { fifo.outputStream().use { it.write(taken.toByteArray()) } }
        place.gives { fifo.inputStream() }
        val back = bringing()
        back.lookInside()
        back.until(R.string.bring_back_sure)
        fifo.delete()
    }

    /** Who goes away before there is a copy leaves no empty file. */
    @Test fun anEmptyFileDoesNotStay() {
        for (goAway in listOf<Hand.() -> Unit>({ back() }, { tap(R.id.exit) }, { tap(R.id.other) })) {
            val empty = Place()
            val hand = Hand(HomeRoute, BackUpRoute)
            hand.pick(empty.uri)
            hand.turn()
            assertTrue(empty.file.exists())
            hand.goAway()
            hand.until { !empty.file.exists() }
        }
    }

    @Test fun leavingOnTheWayLeavesNoHalf() {
        val writes = CountDownLatch(1)
        val goesOn = CountDownLatch(1)
        place.takes {
            object : java.io.FilterOutputStream(place.file.outputStream()) {
                override fun write(bytes: ByteArray, from: Int, length: Int) {
                    writes.countDown()
                    goesOn.await()
                    throw IOException("it was cut")
                }
            }
        }
        val hand = Hand(HomeRoute, BackUpRoute)
        hand.pick(place.uri)
        hand.save()
        hand.until { writes.count == 0L }
        hand.turn()
        assertTrue(hand.sees(phone.getString(R.string.copy_stopped)))
        goesOn.countDown()
        hand.until { !place.file.exists() }
    }

    /** A place that never answers holds up neither the page nor core. */
    @Test fun aPlaceThatHangsHoldsUpNothing() {
        aNote()
        val never = CountDownLatch(1)
        place.gives { object : InputStream() { override fun read(): Int { never.await(); return -1 } } }
        val hand = bringing()
        hand.lookInside()
        assertTrue(hand.sees(phone.getString(R.string.opening_copy)))
        assertEquals(listOf("kept"), notes())
        hand.back()
        assertEquals(listOf(HomeRoute), hand.routes)
        never.countDown()
    }

    /** Each of these is told apart, changes nothing, and does not count as damage of what is kept. */
    @Test fun whatIsNoCopyIsSaid() {
        aNote()
        val copy = aCopy()
        aNote(2, "later")
        val newer = copy.clone().also { bytes ->
            bytes[8] = 9
            MessageDigest.getInstance("SHA-256").digest(bytes.copyOf(66)).copyInto(bytes, 66, 0, 16)
        }
        val cases = listOf(
            copy.copyOf(copy.size - 1) to R.string.copy_damaged,
            copy.clone().also { it[copy.size / 2] = (it[copy.size / 2] + 1).toByte() } to R.string.copy_damaged,
            ByteArray(0) to R.string.copy_damaged,
            "a letter to a friend".toByteArray() to R.string.copy_damaged,
            newer to R.string.copy_newer,
        )
        val hand = bringing()
        for ((bytes, words) in cases) {
            place.holds(bytes)
            hand.pick(place.uri, R.id.other)
            hand.lookInside()
            hand.until(words)
            assertEquals(Door.Open, phone.vault.door)
        }
        place.isGone()
        hand.pick(place.uri, R.id.other)
        hand.lookInside()
        hand.until(R.string.copy_unread)
        place.gives { Endless() }
        hand.pick(place.uri, R.id.other)
        hand.lookInside()
        hand.until(R.string.copy_too_big)
        assertEquals(listOf("kept", "later"), notes())
        place.holds(copy)
        hand.pick(place.uri, R.id.other)
        hand.lookInside()
        hand.until(R.string.bring_back_sure)
    }

    /** A path could lead into the app's own files. */
    @Test fun aPathIsNotFollowed() {
        aNote()
        aCopy()
        val hand = Hand(HomeRoute, BringBackRoute)
        hand.pick(Uri.fromFile(place.file))
        hand.lookInside()
        hand.until(R.string.copy_unread)
    }

    /** The vault was lost: the app begins again, and the copy fills it, under the key of now. */
    @Test fun aCopyComesBackWhereTheVaultWasLost() {
        aNote()
        aCopy()
        phone.forget()
        phone.secret.bytes = null
        val hand = Hand(HomeRoute)
        hand.tap(R.id.act)
        hand.tap(R.id.delete)
        assertEquals(emptyList<String>(), notes())
        hand.close()
        val back = bringing()
        back.lookInside()
        back.until(R.string.bring_back_sure)
        assertEquals(phone.getString(R.string.nothing_there), back.says(R.id.here_words))
        back.tap(R.id.other)
        back.until(R.string.it_is_back)
        phone.forget()
        assertEquals(listOf("kept"), notes())
    }

    /** The phone reminds as the copy says, at once. */
    @Test fun remindersComeBackToo() {
        val daily = ReminderRule("a", DayOfWeek.entries.toSet(), LocalTime.of(19, 30), true, Wording.Own("Water the plants"))
        core { reminder().saveReminder(daily, moment) }
        aCopy()
        core { reminder().deleteReminder("a", moment) }
        val hand = bringing()
        assertEquals(0, PlanFile(phone).read().entries.size)
        hand.lookInside()
        hand.until(R.string.bring_back_sure)
        hand.tap(R.id.other)
        hand.until(R.string.it_is_back)
        assertTrue(PlanFile(phone).read().entries.isNotEmpty())
    }

    /** What the death of the process leaves on its way goes at the next opening. */
    @Test fun aCopyOnItsWayDoesNotStay() {
        aNote()
        phone.forget()
        phone.vault.transit.writeText("half")
        notes()
        assertFalse(phone.vault.transit.exists())
    }

    @Test fun withoutAVaultThereIsNothingToSave() {
        aNote()
        phone.forget()
        phone.secret.bytes = null
        val hand = Hand(HomeRoute)
        hand.tap(R.id.go_without)
        for (route in listOf(BackUpRoute, BringBackRoute)) {
            hand.activity.go(route)
            hand.rest()
            assertTrue(hand.sees(phone.getString(R.string.copy_nothing_open)))
            hand.tap(R.id.act)
        }
    }

    private class Endless : InputStream() {
        override fun read() = 0

        override fun read(bytes: ByteArray, from: Int, length: Int) = length
    }
}
