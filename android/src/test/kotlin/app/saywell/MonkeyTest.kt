package app.saywell

import android.app.Dialog
import android.view.KeyEvent
import android.view.MotionEvent
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.FrameLayout
import android.widget.ProgressBar
import app.saywell.home.HomeRoute
import app.saywell.ui.BottomTabs
import app.saywell.ui.TopBar
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.shadows.ShadowDialog
import org.robolectric.shadows.ShadowLooper
import java.time.Clock
import java.time.Duration
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicReference
import kotlin.random.Random

/**
 * Whatever is touched, the app goes on: no exception on any thread, no page that stays empty, nothing that core did not expect.
 * -Dseed=… plays the same touches again, -Dtouches=… says how many.
 */
@RunWith(RobolectricTestRunner::class)
class MonkeyTest {
    private val seed = System.getProperty("seed")?.toLong() ?: (System.nanoTime() and 0xFFFFFF)
    private val touches = System.getProperty("touches")?.toInt() ?: 500
    private val dice = Random(seed)
    private val done = ArrayDeque<String>()
    private val pages = mutableSetOf<Class<*>>()
    private var hand = open()

    private fun open() = Hand(HomeRoute).steady("it dies and turns by itself")

    @Test fun whateverIsTouched() {
        val level = android.os.Build.VERSION.SDK_INT
        val thrown = AtomicReference<Throwable>()
        val before = Thread.getDefaultUncaughtExceptionHandler()
        Thread.setDefaultUncaughtExceptionHandler { _, why -> thrown.compareAndSet(null, why) }
        try {
            repeat(touches) {
                step()
                thrown.get()?.let { throw it }
                holds()
            }
        } catch (why: Throwable) {
            throw AssertionError("monkey: api $level seed $seed, touch ${done.size}: ${done.takeLast(12).joinToString(", ")}", why)
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before)
        }
        println("monkey: api $level seed $seed, $touches touches on ${pages.size} pages ok")
    }

    private fun step() {
        val dialog = ShadowDialog.getLatestDialog()?.takeIf { it.isShowing }
        when (dice.nextInt(100)) {
            in 0 until 55 -> if (dialog == null) tap() else answer(dialog)
            in 55 until 65 -> anywhere()
            in 65 until 70 -> said("swipe") { swipe() }
            in 70 until 73 -> said("hold") { hold() }
            in 73 until 80 -> said("type") { type() }
            in 80 until 87 -> said("back") { if (dialog == null) back() else dialog.onBackPressed() }
            in 87 until 89 -> said("escape") { keys(KeyEvent.KEYCODE_ESCAPE, times = dice.nextInt(1, 3)) }
            in 89 until 91 -> said("key") { keys(KEYS.random(dice)) }
            in 91 until 93 -> said("time") { pass() }
            in 93 until 95 -> said("away") { if (dialog == null) hand.leaveAndReturn() }
            in 95 until 97 -> said("die") { hand.die() }
            else -> LOOKS.random(dice).let { look -> said(look) { RuntimeEnvironment.setQualifiers(look); hand.turn() } }
        }
        if (hand.activity.isFinishing) said("open") { hand.close(); hand = open() }
    }

    private fun said(what: String, act: () -> Unit) {
        done += "$what on ${hand.routes.last().javaClass.simpleName}"
        act()
        if (!hand.activity.isFinishing) hand.rest()
    }

    private fun tap() {
        val target = hand.views().filter { it.isClickable && it.isEnabled && it.width > 0 && it.isShown }.randomOrNull(dice) ?: return anywhere()
        said("tap ${target.javaClass.simpleName}") { hand.tap(target) }
    }

    /** A button of the dialog, or a touch anywhere in it. */
    private fun answer(dialog: Dialog) {
        val button = (dialog as? android.app.AlertDialog)?.getButton(-dice.nextInt(1, 3))
        if (button == null) anywhere() else said("answer") { button.performClick() }
    }

    private fun x() = dice.nextInt(hand.activity.window.decorView.width).toFloat()
    private fun y() = dice.nextInt(hand.activity.window.decorView.height).toFloat()

    private fun anywhere() = said("touch") { hand.touch(x(), y()) }

    /** Over text that is being written a drag shows the phone's magnifier, which needs a real screen. */
    private val writes get() = hand.activity.window.decorView.findFocus() is EditText

    private fun swipe() {
        if (writes) return
        val (x, y) = x() to y()
        val (toX, toY) = x() to y()
        val down = android.os.SystemClock.uptimeMillis()
        hand.finger(MotionEvent.ACTION_DOWN, x, y, down)
        for (i in 1..5) {
            ShadowLooper.idleMainLooper(10, TimeUnit.MILLISECONDS)
            hand.finger(MotionEvent.ACTION_MOVE, x + (toX - x) * i / 5, y + (toY - y) * i / 5, down)
        }
        hand.finger(if (dice.nextInt(8) == 0) MotionEvent.ACTION_CANCEL else MotionEvent.ACTION_UP, toX, toY, down)
    }

    private fun hold() {
        if (writes) return
        val (x, y) = x() to y()
        val down = android.os.SystemClock.uptimeMillis()
        hand.finger(MotionEvent.ACTION_DOWN, x, y, down)
        ShadowLooper.idleMainLooper(dice.nextLong(300, 3000), TimeUnit.MILLISECONDS)
        hand.finger(MotionEvent.ACTION_UP, x, y, down)
    }

    private fun type() {
        val field = hand.views().filterIsInstance<EditText>().randomOrNull(dice) ?: return
        if (dice.nextInt(4) == 0) field.text.clear()
        field.onCreateInputConnection(EditorInfo())?.commitText(WORDS.random(dice), 1)
    }

    private fun back() { hand.activity.goBack() }

    private fun keys(code: Int, times: Int = 1) = repeat(times) {
        for (action in intArrayOf(KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP)) hand.activity.dispatchKeyEvent(KeyEvent(action, code))
    }

    /** Seconds on the page, or hours away from it. */
    private fun pass() {
        ShadowLooper.idleMainLooper(dice.nextLong(90), TimeUnit.SECONDS)
        phone.now = Clock.offset(phone.now, Duration.ofMinutes(if (dice.nextBoolean()) dice.nextLong(3) else dice.nextLong(3000)))
    }

    /** The page shows what core said, or that it could not; but never that something went wrong in us. */
    private fun holds() {
        val page = hand.page
        pages += hand.routes.last().javaClass
        check((0 until page.childCount).map(page::getChildAt).any { it.isShown && it !is TopBar && it !is BottomTabs && !it.isSpinner }) { "the page stays empty" }
        check(!hand.sees(hand.activity.getString(R.string.problem_ours))) { "something that nobody expected" }
    }

    private val View.isSpinner get() = (this as? FrameLayout)?.getChildAt(0) is ProgressBar

    private companion object {
        val KEYS = listOf(KeyEvent.KEYCODE_TAB, KeyEvent.KEYCODE_ENTER, KeyEvent.KEYCODE_DPAD_DOWN, KeyEvent.KEYCODE_DEL, KeyEvent.KEYCODE_5)
        val WORDS = listOf("a", "7", "32", "HIV", "é", "👩🏽‍🚀", "مرحبا", "  ", "\n\n", "x".repeat(3000), "%s %1\$d <b>&amp;", "0")
        val LOOKS = listOf("+land", "+port", "+night", "+notnight", "ar-ldrtl-w360dp-h800dp-notnight-xhdpi", "en-w360dp-h800dp-notnight-xhdpi", "en-w320dp-h480dp-notnight-xhdpi")
    }
}
