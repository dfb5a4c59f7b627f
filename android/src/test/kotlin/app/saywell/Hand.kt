/** What a person does with the app: opens it at some pages, waits, touches, types, turns the phone. */
package app.saywell

import android.content.Intent
import android.graphics.Insets
import android.graphics.Rect
import android.os.Build
import android.os.Bundle
import android.os.Parcel
import android.os.SystemClock
import android.view.InputDevice
import android.view.MotionEvent
import android.view.View
import android.view.View.MeasureSpec.EXACTLY
import android.view.View.MeasureSpec.makeMeasureSpec
import android.view.ViewGroup
import android.view.WindowInsets
import android.widget.ScrollView
import android.widget.TextView
import androidx.test.platform.app.InstrumentationRegistry
import app.saywell.ui.Page
import app.saywell.ui.PinPad
import app.saywell.vault.Door
import app.saywell.vault.until
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowLooper
import java.util.concurrent.TimeUnit

val phone get() = RuntimeEnvironment.getApplication() as TestApp

/** Runs a verb where the app runs them, and waits for its answer. */
fun <T> core(verb: org.saywell.engine.Saywell.() -> T): T {
    var answer: Result<T>? = null
    phone.vault.ask(verb) { answer = it }
    settle { answer != null }
    return answer!!.getOrThrow()
}

/** Waits until core has answered all that was asked, and the pages have shown it. */
fun settle(until: () -> Boolean = { false }) {
    repeat(100) {
        var answered = false
        phone.vault.ask({ }) { answered = true } // a vault that is shut answers too
        val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!answered && System.nanoTime() < end) {
            ShadowLooper.idleMainLooper()
            if (!answered) Thread.sleep(1)
        }
        ShadowLooper.idleMainLooper()
        if (it >= 2 || until()) return
    }
}

/**
 * The app with [routes] lying over one another, as after a death of the process: what it knows came through a parcel. Or begun by another app,
 * [with] what it hands in.
 */
class Hand(vararg routes: Route, with: Intent? = null) {
    private var controller: ActivityController<MainActivity> =
        if (with == null) start(Bundle().also { Stack(routes.first()).apply { reset(*routes) }.save(it) })
        else Robolectric.buildActivity(MainActivity::class.java, with).setup().also { controller = it; rest() }

    val activity: MainActivity get() = controller.get()
    val routes get() = activity.routes
    val page: ViewGroup get() = activity.findViewById(R.id.page)!!
    private val frame get() = activity.window.decorView

    private fun start(state: Bundle) = Robolectric.buildActivity(MainActivity::class.java).setup(parcelled(state)).also {
        controller = it
        rest()
    }

    private fun parcelled(state: Bundle): Bundle {
        val parcel = Parcel.obtain()
        parcel.writeBundle(state)
        parcel.setDataPosition(0)
        return parcel.readBundle(MainActivity::class.java.classLoader)!!.also { parcel.recycle() }
    }

    /** Until all is answered and laid out, between bars as a phone has them: 24 dp above, 16 dp below. */
    fun rest() {
        settle()
        page.dispatchApplyWindowInsets(bars())
        frame.measure(makeMeasureSpec(frame.width, EXACTLY), makeMeasureSpec(frame.height, EXACTLY))
        frame.layout(0, 0, frame.width, frame.height)
        ShadowLooper.idleMainLooper(50, TimeUnit.MILLISECONDS)
    }

    private fun bars(): WindowInsets {
        val density = activity.resources.displayMetrics.density
        val (top, bottom) = (24 * density).toInt() to (16 * density).toInt()
        if (Build.VERSION.SDK_INT >= 30) return WindowInsets.Builder().setInsets(WindowInsets.Type.systemBars(), Insets.of(0, top, 0, bottom)).build()
        return WindowInsets::class.java.getConstructor(Rect::class.java).newInstance(Rect(0, top, 0, bottom)) // nothing public makes one
    }

    /** [meanwhile] is done before anything is waited for. */
    fun turn(meanwhile: () -> Unit = {}) {
        controller.recreate()
        meanwhile()
        rest()
    }

    /** The process dies in the background; the person comes back, or, if they had let go of it, begins anew. */
    fun die() {
        val state = Bundle()
        controller.pause().stop().saveInstanceState(state).destroy()
        phone.forget()
        start(state)
    }

    fun leaveAndReturn() {
        leave()
        comeBack()
    }

    fun leave() { controller.pause().stop() }

    fun comeBack() {
        controller.restart().start().resume()
        rest()
    }

    /** Another app hands in something while the app lies behind it. */
    fun isHanded(intent: Intent) {
        controller.pause().stop().restart().start().newIntent(intent).resume()
        rest()
    }

    fun close() { controller.pause().stop().destroy() }

    // Between every two steps.

    private var interrupted = System.getProperty("between")

    /** What is touched next does not survive an interruption, by design: [why]. */
    fun steady(@Suppress("UNUSED_PARAMETER") why: String) = apply { interrupted = null }

    /**
     * With -Dbetween=die the process dies before each step, with -Dbetween=turn the phone is turned. Not where there is a PIN, nor before a
     * door that is shut: half a PIN is kept nowhere, and a repair is told once. A file that is fetched again is waited for.
     */
    private fun interrupt() {
        when (interrupted.takeIf { isKept }) {
            "die" -> die()
            "turn" -> turn()
            else -> return
        }
        until { !(page as Page).isWaiting }
        rest()
    }

    fun back() {
        interrupt()
        activity.goBack()
        if (!activity.isFinishing) rest()
    }

    fun tap(id: Int) {
        interrupt()
        touch(page.findViewById<View>(id))
    }

    /** What says this, or the row around it. */
    fun tap(words: String) {
        interrupt()
        touch(views().filterIsInstance<TextView>().first { it.text.toString() == words }.let(::target))
    }

    fun tap(view: View) {
        val way = generateSequence(view) { it.parent as? View }.takeWhile { it.id != R.id.page }.map { (it.parent as ViewGroup).indexOfChild(it) }.toList()
        interrupt()
        touch(if (view.isAttachedToWindow) view else way.foldRight<Int, View>(page) { i, around -> (around as ViewGroup).getChildAt(i) })
    }

    private fun target(view: View): View = if (view.isClickable) view else (view.parent as? View)?.let(::target) ?: view

    /** A finger goes down and up in the middle of a view, scrolled to if it must be. */
    private fun touch(view: View) {
        view.requestRectangleOnScreen(Rect(0, 0, view.width, view.height), true)
        rest()
        val at = IntArray(2).also(view::getLocationOnScreen)
        tapAt(at[0] + view.width / 2f, at[1] + view.height / 2f)
    }

    fun tapAt(x: Float, y: Float) {
        touch(x, y)
        if (!activity.isFinishing) rest()
    }

    /** As [tapAt], and waits for nothing. */
    fun touch(x: Float, y: Float) {
        val down = SystemClock.uptimeMillis()
        finger(MotionEvent.ACTION_DOWN, x, y, down)
        finger(MotionEvent.ACTION_UP, x, y, down)
    }

    /** One event of a finger that went [down] then. */
    fun finger(action: Int, x: Float, y: Float, down: Long) {
        val event = MotionEvent.obtain(down, SystemClock.uptimeMillis(), action, x, y, 0)
        event.source = InputDevice.SOURCE_TOUCHSCREEN
        InstrumentationRegistry.getInstrumentation().uiAutomation.injectInputEvent(event, true)
    }

    private val isKept get() = phone.vault.door is Door.Open && !phone.vault.hasPin && views().none { it is PinPad } &&
        routes.last().javaClass.`package` != Door::class.java.`package`

    /** Every view that can be seen, from the page down. */
    fun views(from: View = page): List<View> = when {
        from.visibility != View.VISIBLE -> emptyList()
        from is ViewGroup -> listOf(from) + (0 until from.childCount).flatMap { views(from.getChildAt(it)) }
        else -> listOf(from)
    }

    fun says(id: Int) = page.findViewById<TextView>(id).text.toString()

    fun sees(words: String) = views().any { it is TextView && it.text.toString() == words }

    fun scroll(): ScrollView? = views().filterIsInstance<ScrollView>().firstOrNull()
}

/** The moment on the clock of the tests. */
val moment: java.time.OffsetDateTime get() = java.time.OffsetDateTime.now(phone.clock)
