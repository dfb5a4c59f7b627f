package app.saywell

import android.view.View
import android.widget.ProgressBar
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.lesson.UnitRoute
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowLooper
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** What a page shows while core is asked, and when core refuses. */
@RunWith(RobolectricTestRunner::class)
class PageTest {
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
