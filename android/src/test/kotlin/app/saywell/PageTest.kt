package app.saywell

import android.os.Build
import android.view.View
import android.widget.ProgressBar
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.lesson.UnitRoute
import app.saywell.pack.CoursesRoute
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.SaywellException
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

private var refusal: Throwable? = null

private val refusals = mapOf(
    SaywellException.NoSpace() to R.string.problem_full,
    SaywellException.Storage(1) to R.string.problem_not_saved,
    SaywellException.Unexpected("nowhere") to R.string.problem_ours,
    IllegalStateException() to R.string.problem_ours,
)

/** A page whose verb is refused as long as there is a [refusal]. */
private data object RefusedRoute : Route {
    override fun screen() = object : Screen(R.layout.help_terms) {
        override fun open() = ask { refusal?.let { throw it } } show { }
    }
}

/** What a page shows while core is asked, and when core refuses. */
@RunWith(RobolectricTestRunner::class)
class PageTest {
    /** Pages change within one window: a screen reader would say nothing of it. */
    @Test fun aScreenReaderIsToldWhichPageItIs() {
        val hand = Hand(HomeRoute, CoursesRoute)
        if (Build.VERSION.SDK_INT < 28) return
        assertEquals(phone.getString(R.string.courses), hand.page.accessibilityPaneTitle)
        hand.tap(R.id.add)
        assertEquals(phone.getString(R.string.course_add), hand.page.accessibilityPaneTitle)
    }

    @Test fun theFrameAtOnceThenASpinnerThenThePage() {
        val go = CountDownLatch(1)
        val hand = Hand(HomeRoute)
        phone.vault.ask({ go.await(20, TimeUnit.SECONDS) }) { }
        hand.activity.go(UnitRoute("lesson/start-here"))
        val spinner = { hand.page.let { page -> hand.views(page).any { it is ProgressBar && it.isShown } } }
        assertTrue(hand.page.findViewById<View>(R.id.top).isShown)
        assertFalse(hand.page.findViewById<View>(R.id.scroll).isShown)
        ShadowLooper.idleMainLooper(499, TimeUnit.MILLISECONDS)
        assertFalse(spinner())
        ShadowLooper.idleMainLooper(2, TimeUnit.MILLISECONDS)
        assertTrue(spinner())
        go.countDown()
        hand.rest()
        assertTrue(hand.page.findViewById<View>(R.id.scroll).isShown)
    }

    @Test fun whatIsNotThereAnyMoreIsSaidAndLeft() {
        val hand = Hand(HomeRoute, UnitRoute("lesson/no-such"))
        assertTrue(hand.sees(hand.activity.getString(R.string.problem_gone)))
        hand.tap(R.id.what_to_do)
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    /** No space, and the other ways in which nothing could be saved: what happened, what is safe, and one thing to do that then works. */
    @Test fun eachRefusalSaysWhatIsSafeAndGoesOn() {
        for ((why, words) in refusals) {
            refusal = why
            val hand = Hand(HomeRoute, RefusedRoute).steady("a page that is opened anew asks anew")
            assertTrue("$why", hand.sees(hand.activity.getString(words)))
            assertTrue(hand.says(R.id.what_is_safe).isNotEmpty())
            hand.tap(R.id.what_to_do)
            assertTrue("it is said again", hand.sees(hand.activity.getString(words)))
            refusal = null
            hand.tap(R.id.what_to_do)
            assertFalse("$why", hand.sees(hand.activity.getString(words)))
            hand.close()
        }
    }

    /** A second tap on Next before the answer is there goes nowhere; Exit works all the same. */
    @Test fun touchesWaitForTheAnswerButExitDoesNot() {
        val hand = Hand(HomeRoute, UnitRoute("lesson/start-here"))
        val go = CountDownLatch(1)
        phone.vault.ask({ go.await(20, TimeUnit.SECONDS) }) { }
        val next = hand.page.findViewById<View>(R.id.next)
        val at = IntArray(2).also(next::getLocationOnScreen)
        hand.touch(at[0] + 50f, at[1] + 50f)
        hand.touch(at[0] + 50f, at[1] + 50f)
        val exit = IntArray(2).also(hand.page.findViewById<View>(R.id.exit)::getLocationOnScreen)
        hand.touch(exit[0] + 50f, exit[1] + 50f)
        ShadowLooper.idleMainLooper()
        assertEquals(listOf(QuietRoute), hand.routes)
        go.countDown()
        hand.rest()
        assertEquals(2u.toUShort(), core { lesson().outline() }.chapters.first().units.first().seen)
    }
}
