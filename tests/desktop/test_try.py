import time
def test_try(start):
    app = start("--sample"); app.has_window();
    t=time.time(); app.see(begins="Start:"); print("see",time.time()-t)
    t=time.time(); n=app.tree(); print("tree",len(n),time.time()-t)
    t=time.time(); print(app.focused(),time.time()-t)
    print(app.drawn())
    for p in ("Set up","Talk","Family","Settings"):
        app.press(p, role="tick")
        app.see(p, role="filler")
        t=time.time(); n=app.tree(); print("tree",p,len(n),time.time()-t)
        for x in n: print("  "*x["depth"], x["role"],repr(x["name"]),x["description"], "F" if x["focusable"] else "")
    app.quit()
    assert 0
