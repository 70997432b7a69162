from tests.desktop.tracing import Trace
from tests.desktop.walks import *
def test_try(start, tmp_path):
    t=Trace(tmp_path/"trace")
    app=start(before=t.before).has_window()
    skip_first_start(app); open_first_step(app); say_seen(app)
    app.quit()
    for p in sorted(t.written(app.pid)): print(p)
    print(*t.sockets(app.pid),sep="\n")
    print(t.joined(app.pid))
    assert 0
