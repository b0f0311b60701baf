def handler(event, context):
    return {"paid": True}
