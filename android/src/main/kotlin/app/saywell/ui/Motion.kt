package app.saywell.ui

import android.provider.Settings
import android.view.View
import android.view.animation.PathInterpolator

/** Whether the person wants things to move. ValueAnimator.areAnimatorsEnabled() says the same, from API 26 on. */
val View.moves get() = Settings.Global.getFloat(context.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f) > 0f

/** From page to page: 200 ms, a fade and 16 dp along the reading direction; with reduced motion a fade of 100 ms. */
fun View.arrive() {
    alpha = 0f
    translationX = if (!moves) 0f else dp(if (isRtl) -16f else 16f)
    animate().alpha(1f).translationX(0f).setDuration(if (moves) 200 else 100).interpolator = PathInterpolator(.2f, 0f, 0f, 1f)
}
