package app.saywell

import android.view.View
import android.widget.TextView
import app.saywell.home.HomeRoute
import app.saywell.quiz.QuestionRoute
import app.saywell.quiz.ResultRoute
import app.saywell.relaxation.AfterRoute
import app.saywell.relaxation.QuickCalmRoute
import app.saywell.relaxation.RelaxationRoute
import app.saywell.vault.ForgotRoute
import app.saywell.vault.LockRoute
import app.saywell.vault.OpeningRoute
import app.saywell.vault.RepairPinRoute
import app.saywell.vault.RepairRoute
import app.saywell.vault.StuckRoute
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.File

/** The rules themselves: each finds what breaks it, and no page goes without them. */
@RunWith(RobolectricTestRunner::class)
class RulesTest {
    @Test fun aRuleThatIsBrokenIsFound() {
        finds("no label") { findViewById<View>(R.id.action).contentDescription = "" }
        finds("px to touch") { findViewById<View>(R.id.action).run { right = left + 40 } }
        finds(":1") { findViewById<TextView>(R.id.hero_detail).setTextColor(0xFF4A8790.toInt()) }
        finds("words left out") { findViewById<TextView>(R.id.hero_title).run { maxLines = 1; text = "Words that need more than one line to be seen" } }
        finds("cut,") { findViewById<TextView>(R.id.hero_detail).run { bottom = top + 10 } }
        finds("a broken word") { findViewById<TextView>(R.id.hero_title).text = "m".repeat(60) }
        finds("outside its parent") { findViewById<TextView>(R.id.hero_title).run { right += 2000 } }
    }

    private fun finds(fault: String, broken: View.() -> Unit) {
        val hand = Hand(HomeRoute)
        assertEquals(emptyList<String>(), Seen(hand).faults())
        hand.page.broken()
        if (hand.page.isLayoutRequested) hand.rest()
        assertTrue("not found: $fault", Seen(hand).faults().any { fault in it })
        hand.close()
    }

    /** Every route is named in a class of screens. */
    @Test fun everyPageIsHeldToThem() {
        val seen = classes("test-classes", "ScreensTest").flatMap { (it.newInstance() as Screens).sights.toList() }.map { it.routes.last().javaClass }
        val pages = classes("classes", "Route").filter { Route::class.java.isAssignableFrom(it) && !it.isInterface }
        assertTrue(pages.size >= 6)
        assertEquals(emptyList<Class<*>>(), pages - seen.toSet() - onTheWay)
    }

    /**
     * Pages whose ids are made on the way to them: their sights begin one page before. Two only lead on to another page. Those of the vault lie
     * in front of all others, by what is wrong with it.
     */
    private val onTheWay = setOf<Class<*>>(
        QuestionRoute::class.java, ResultRoute::class.java, AfterRoute::class.java, QuickCalmRoute::class.java, RelaxationRoute::class.java,
        OpeningRoute::class.java, LockRoute::class.java, ForgotRoute::class.java, StuckRoute::class.java, RepairRoute::class.java, RepairPinRoute::class.java,
    )

    private fun classes(folder: String, ending: String): List<Class<*>> {
        val root = File("target", folder)
        return root.walk().filter { it.name.endsWith("$ending.class") }
            .map { Class.forName(it.relativeTo(root).path.removeSuffix(".class").replace('/', '.')) }.toList()
    }
}
